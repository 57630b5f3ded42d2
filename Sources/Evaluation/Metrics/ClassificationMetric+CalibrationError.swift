extension ClassificationMetric {
  private static let biased = Chance.none("calibration errors of finite samples are biased upwards")

  /// How far the largest probability of a row is from the share of such rows that are right, on average.
  ///
  /// Rows are parted by their largest probability, the confidence, into 15 bins of equal width, closed on the
  /// right: bin b holds b/15 < p ≤ (b + 1)/15, the first also 0. The label of the largest probability counts,
  /// the first of equal ones, not the one that was predicted. Binary problems are treated alike. From 0 to 1,
  /// 0 being perfect; that of a perfectly calibrated classifier is above 0 on a finite sample, the more so
  /// the fewer rows there are.
  public static let expectedCalibrationError = ClassificationMetric(
    name: "expected_calibration_error", title: "Expected calibration error", direction: .lowerIsBetter,
    needs: .probabilities(.singleLabel, from: .sums),
    formula: "Σ over 15 bins of equal width, closed on the right, of n_b/n |accuracy_b − confidence_b|",
    source: "Naeini, Cooper and Hauskrecht 2015, AAAI; Guo, Pleiss, Sun and Weinberger 2017, ICML",
    chance: biased,
    compute: { statistics in
      guard let bins = statistics.calibrationSums?.topLabel.bins() else { return noProbabilities }
      return .value(bins.reduce(0) { $0 + $1.gap } / statistics.weightSum)
    })

  /// The largest distance between confidence and accuracy in any bin of ``expectedCalibrationError`` that has
  /// rows.
  ///
  /// One row alone in its bin decides it.
  public static let maximumCalibrationError = ClassificationMetric(
    name: "maximum_calibration_error", title: "Maximum calibration error", direction: .lowerIsBetter,
    needs: .probabilities(.singleLabel, from: .sums),
    formula: "the largest |accuracy_b − confidence_b| of 15 bins of equal width, closed on the right",
    source: "Naeini, Cooper and Hauskrecht 2015, AAAI; Guo, Pleiss, Sun and Weinberger 2017, ICML",
    chance: biased,
    compute: { statistics in
      guard let bins = statistics.calibrationSums?.topLabel.bins() else { return noProbabilities }
      return .value(bins.reduce(0) { $1.weight > 0 ? max($0, $1.gap / $1.weight) : $0 })
    })

  /// How far the probability of a label is from the share of such rows that have it, on average over rows and
  /// labels.
  ///
  /// Of each label the sum is that of ``expectedCalibrationError``, in the same bins, of its probability
  /// against whether rows have it. Labels that no row has count as well. Where rows may have several labels,
  /// this is the one calibration error there is.
  public static let expectedCalibrationErrorClasswise = ClassificationMetric(
    name: "expected_calibration_error_classwise", title: "Calibration error, classwise",
    direction: .lowerIsBetter,
    needs: .probabilities(Set(ClassificationTask.allCases), from: .sums),
    formula: "mean over labels of Σ over 15 bins of equal width of n_b/n |share with the label_b − mean p_b|",
    source: "Kull et al. 2019, NeurIPS",
    chance: biased,
    compute: { statistics in
      guard let sums = statistics.calibrationSums else { return noProbabilities }
      let labels = statistics.schema.labels.indices
      let gaps = labels.reduce(0) { sum, label in
        sum + sums.labels.bins(lane: label).reduce(0) { $0 + $1.gap }
      }
      return .ratio(gaps / statistics.weightSum, Double(labels.count), else: "there are no labels")
    })

  /// The expected calibration error in bins of about equal weight.
  ///
  /// Rows are put in the order of their largest probability. Those of one probability go together into bin
  /// ⌊15 B / W⌋, counted from 0, B being the weight of the rows with lower ones and W that of all
  /// (``CalibrationCurve/Strategy/equalMass``); many equal probabilities can thus leave bins empty.
  public static let expectedCalibrationErrorEqualMass = ClassificationMetric(
    name: "expected_calibration_error_equal_mass", title: "Calibration error, equal mass",
    direction: .lowerIsBetter,
    needs: .probabilities(.singleLabel, from: .rows),
    formula:
      "Σ over 15 bins of equal weight, equal confidences in one bin, of n_b/n |accuracy_b − confidence_b|",
    source: "Nguyen and O’Connor 2015, EMNLP",
    chance: biased,
    compute: { statistics in
      let parts = EqualMassBins(
        statistics.predictions, label: nil, count: CalibrationSums.errorBins, strategy: .equalMass)
      return .value(parts.gapSum / statistics.weightSum)
    })

  private static let noProbabilities = MetricValue.undefined("there are no probabilities")
}
