extension ClassificationMetric {
  private static let biased = Chance.none(
    "a calibration error of a finite sample is biased upwards, so that no interval holds what it claims")

  /// How far the largest probability of a row is from the share of such rows that are right, on average.
  ///
  /// The label of the largest probability counts, the first of equal ones, not the one that was predicted.
  public static let expectedCalibrationError = ClassificationMetric(
    name: "expected_calibration_error", title: "Expected calibration error", direction: .lowerIsBetter,
    needs: .probabilities(.singleLabel),
    formula: "Σ over 15 bins of equal width, closed on the right, of n_b/n |accuracy_b − confidence_b|",
    source: "Naeini, Cooper and Hauskrecht 2015, AAAI; Guo et al. 2017, ICML", chance: biased,
    compute: { statistics in
      .value((statistics.calibration?.sums.topLabel.expectedGap ?? .nan) / statistics.weightSum)
    })

  /// The largest distance between confidence and accuracy in any bin.
  public static let maximumCalibrationError = ClassificationMetric(
    name: "maximum_calibration_error", title: "Maximum calibration error", direction: .lowerIsBetter,
    needs: .probabilities(.singleLabel),
    formula: "the largest |accuracy_b − confidence_b| of 15 bins of equal width, closed on the right",
    source: "Naeini, Cooper and Hauskrecht 2015, AAAI; Guo et al. 2017, ICML", chance: biased,
    compute: { .value($0.calibration?.sums.topLabel.largestGap ?? .nan) })

  /// The mean over labels of how far the label's probability is from the share of such rows that have it.
  public static let expectedCalibrationErrorClasswise = ClassificationMetric(
    name: "expected_calibration_error_classwise", title: "Calibration error, classwise",
    direction: .lowerIsBetter,
    needs: .probabilities(Set(ClassificationTask.allCases)),
    formula: "mean over labels of Σ over 15 bins of equal width of n_b/n |share with the label_b − mean p_b|",
    source: "Kull et al. 2019, NeurIPS", chance: biased,
    compute: { statistics in
      guard let labels = statistics.calibration?.sums.labels else {
        return .undefined("there are no probabilities")
      }
      let sum = labels.reduce(0) { $0 + $1.expectedGap } / statistics.weightSum
      return .ratio(sum, Double(labels.count), else: "there are no labels")
    })

  /// As the expected calibration error, in bins of equal weight.
  ///
  /// Rows are put in the order of their confidence; rows of equal confidence go together into the bin in which the
  /// first of them falls.
  public static let expectedCalibrationErrorEqualMass = ClassificationMetric(
    name: "expected_calibration_error_equal_mass", title: "Calibration error, equal mass",
    direction: .lowerIsBetter,
    needs: .probabilities(.singleLabel),
    formula: "Σ over 15 bins of equal weight of n_b/n |accuracy_b − confidence_b|",
    source: "Nguyen and O’Connor 2015, EMNLP", chance: biased,
    compute: { statistics in
      let bins = EqualMassBins(statistics.predictions, count: CalibrationSums.errorBins)
      return .value(bins.bins.reduce(0) { $0 + abs($1.hits - $1.probability) } / statistics.weightSum)
    })
}
