extension LabelRate {
  /// tp / (tp + fp); undefined where the label was never predicted.
  public static let precision = LabelRate(
    measure: .precision, source: "scikit-learn precision_score", else: neverPredicted)

  /// tp / (tp + fn), the sensitivity or true positive rate; undefined where no row has the label.
  public static let recall = LabelRate(
    measure: .recall, source: "scikit-learn recall_score", else: neverTrue)

  /// 2 tp / (2 tp + fp + fn); undefined where the label is neither true nor predicted.
  public static let f1 = LabelRate(measure: .f1, source: "scikit-learn f1_score", else: neither)
  /// The F-measure that weighs precision more, β = ½; named `f0.5`.
  public static let f05 = fBeta(0.5)
  /// The F-measure that weighs recall more, β = 2.
  public static let f2 = fBeta(2)

  /// (1 + β²) tp / ((1 + β²) tp + β² fn + fp); undefined where the label is neither true nor predicted.
  ///
  /// - Precondition: β is from 0 to below 10⁶.
  public static func fBeta(_ beta: Double) -> LabelRate {
    LabelRate(measure: .fBeta(beta), source: "scikit-learn fbeta_score", else: neither)
  }

  /// tn / (tn + fp), the true negative rate; undefined where all rows have the label.
  public static let specificity = share(
    "specificity", "Specificity", "tn / (tn + fp)", "Yerushalmy 1947, Public Health Reports 62",
    { $0.trueNegatives }, of: { $0.negatives }, else: alwaysTrue)

  /// tn / (tn + fn); undefined where the label was predicted for all rows.
  public static let negativePredictiveValue = share(
    "negative_predictive_value", "Negative predictive value", "tn / (tn + fn)",
    "Altman and Bland 1994, BMJ 309, 102", { $0.trueNegatives }, of: { $0.unpredicted }, else: alwaysPredicted
  )

  /// fp / (fp + tn), 1 − specificity; undefined where all rows have the label.
  public static let falsePositiveRate = share(
    "false_positive_rate", "False positive rate", "fp / (fp + tn)", "scikit-learn roc_curve",
    direction: .lowerIsBetter, { $0.falsePositives }, of: { $0.negatives }, else: alwaysTrue)

  /// fn / (fn + tp), 1 − recall; undefined where no row has the label.
  public static let falseNegativeRate = share(
    "false_negative_rate", "False negative rate", "fn / (fn + tp)", "scikit-learn det_curve",
    direction: .lowerIsBetter, { $0.falseNegatives }, of: { $0.support }, else: neverTrue)

  /// fp / (fp + tp), 1 − precision; undefined where the label was never predicted.
  public static let falseDiscoveryRate = share(
    "false_discovery_rate", "False discovery rate", "fp / (fp + tp)",
    "Altman and Bland 1994, BMJ 309, 102: 1 − positive predictive value", direction: .lowerIsBetter,
    { $0.falsePositives }, of: { $0.predicted },
    else: neverPredicted)

  /// fn / (fn + tn), 1 − negative predictive value; undefined where the label was predicted for all rows.
  public static let falseOmissionRate = share(
    "false_omission_rate", "False omission rate", "fn / (fn + tn)",
    "Altman and Bland 1994, BMJ 309, 102: 1 − negative predictive value", direction: .lowerIsBetter,
    { $0.falseNegatives }, of: { $0.unpredicted },
    else: alwaysPredicted)

  /// (tp + fn) / (tp + fp + fn + tn): the share of rows that have the label, which no classifier can help.
  public static let prevalence = share(
    "prevalence", "Prevalence", "(tp + fn) / (tp + fp + fn + tn)", "Altman and Bland 1994, BMJ 309, 102",
    direction: nil, { $0.support }, of: { $0.total }
  ) { _ in "no row counts" }

  /// tp / (tp + fp + fn), the Jaccard index or critical success index; undefined where the label is neither
  /// true nor predicted.
  public static let threatScore = share(
    "threat_score", "Threat score", "tp / (tp + fp + fn)",
    "Gilbert 1884, American Meteorological Journal 1; scikit-learn jaccard_score", { $0.truePositives },
    of: { $0.trueOrPredicted }, else: neither)

  private static func share(
    _ name: String, _ title: String, _ formula: String, _ source: String,
    direction: ClassificationMetric.Direction? = .higherIsBetter,
    _ part: @escaping @Sendable (LabelCounts) -> Double,
    of whole: @escaping @Sendable (LabelCounts) -> Double, else reason: @escaping @Sendable (String) -> String
  ) -> LabelRate {
    LabelRate(name, title, direction: direction, formula: formula, source: source) { counts, label in
      .ratio(part(counts), whole(counts), else: reason(label))
    }
  }

  private init(measure: LabelMeasure, source: String, else reason: @escaping @Sendable (String) -> String) {
    self.init(measure.name, measure.title, formula: measure.formula, source: source) { counts, label in
      measure.value(counts, else: reason(label))
    }
  }
}

extension LabelRate {
  static let neverPredicted: @Sendable (String) -> String = { "\($0) was never predicted" }
  static let neverTrue: @Sendable (String) -> String = { "no row that counts is \($0)" }
  static let alwaysPredicted: @Sendable (String) -> String = {
    "\($0) was predicted for every row that counts"
  }
  static let alwaysTrue: @Sendable (String) -> String = { "every row that counts is \($0)" }
  static let neither: @Sendable (String) -> String = { "\($0) is neither true nor predicted" }
}
