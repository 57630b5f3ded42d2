extension LabelRate {
  /// tp / (tp + fp).
  public static let precision = LabelRate(
    "precision", "Precision", formula: "tp / (tp + fp)", source: "scikit-learn precision_score"
  ) { .ratio($0.truePositives, $0.predicted, else: neverPredicted) }

  /// tp / (tp + fn), also sensitivity or true positive rate.
  public static let recall = LabelRate(
    "recall", "Recall", formula: "tp / (tp + fn)", source: "scikit-learn recall_score"
  ) { .ratio($0.truePositives, $0.support, else: neverTrue) }

  /// 2 tp / (2 tp + fp + fn).
  public static let f1 = fBeta(1, name: "f1", title: "F1")
  /// F-beta with β = ½, which weighs precision more.
  public static let f05 = fBeta(0.5, name: "f0.5", title: "F0.5")
  /// F-beta with β = 2, which weighs recall more.
  public static let f2 = fBeta(2, name: "f2", title: "F2")

  /// (1 + β²) tp / ((1 + β²) tp + β² fn + fp), for any β of at least 0.
  public static func fBeta(_ beta: Double) -> LabelRate {
    let text = beta == beta.rounded() ? "\(Int(beta))" : "\(beta)"
    return fBeta(beta, name: "f\(text)", title: "F\(text)")
  }

  private static func fBeta(_ beta: Double, name: String, title: String) -> LabelRate {
    precondition(beta >= 0 && beta < 1e6, "β is a number from 0 on")
    let square = beta * beta
    return LabelRate(
      name, title, formula: "(1 + β²) tp / ((1 + β²) tp + β² fn + fp), β = \(beta)",
      source: "scikit-learn fbeta_score"
    ) { counts in
      .ratio(
        (1 + square) * counts.truePositives, square * counts.support + counts.predicted,
        else: "the label is neither true nor predicted")
    }
  }

  /// tn / (tn + fp), also true negative rate.
  public static let specificity = LabelRate(
    "specificity", "Specificity", formula: "tn / (tn + fp)",
    source: "Yerushalmy 1947, Public Health Reports 62"
  ) { .ratio($0.trueNegatives, negatives($0), else: alwaysTrue) }

  /// tn / (tn + fn).
  public static let negativePredictiveValue = LabelRate(
    "negative_predictive_value", "Negative predictive value", formula: "tn / (tn + fn)",
    source: "Altman and Bland 1994, BMJ 309"
  ) { .ratio($0.trueNegatives, notPredicted($0), else: alwaysPredicted) }

  /// fp / (fp + tn) = 1 − specificity.
  public static let falsePositiveRate = LabelRate(
    "false_positive_rate", "False positive rate", direction: .lowerIsBetter, formula: "fp / (fp + tn)",
    source: "scikit-learn roc_curve"
  ) { .ratio($0.falsePositives, negatives($0), else: alwaysTrue) }

  /// fn / (fn + tp) = 1 − recall.
  public static let falseNegativeRate = LabelRate(
    "false_negative_rate", "False negative rate", direction: .lowerIsBetter, formula: "fn / (fn + tp)",
    source: "scikit-learn det_curve"
  ) { .ratio($0.falseNegatives, $0.support, else: neverTrue) }

  /// fp / (fp + tp) = 1 − precision.
  public static let falseDiscoveryRate = LabelRate(
    "false_discovery_rate", "False discovery rate", direction: .lowerIsBetter, formula: "fp / (fp + tp)",
    source: "Altman and Bland 1994, BMJ 309"
  ) { .ratio($0.falsePositives, $0.predicted, else: neverPredicted) }

  /// fn / (fn + tn) = 1 − negative predictive value.
  public static let falseOmissionRate = LabelRate(
    "false_omission_rate", "False omission rate", direction: .lowerIsBetter, formula: "fn / (fn + tn)",
    source: "Altman and Bland 1994, BMJ 309"
  ) { .ratio($0.falseNegatives, notPredicted($0), else: alwaysPredicted) }

  /// (tp + fn) / n: the share of rows that have the label.
  public static let prevalence = LabelRate(
    "prevalence", "Prevalence", direction: nil, formula: "(tp + fn) / (tp + fp + fn + tn)",
    source: "Altman and Bland 1994, BMJ 309"
  ) { .ratio($0.support, $0.support + negatives($0), else: "no row counts") }
}
