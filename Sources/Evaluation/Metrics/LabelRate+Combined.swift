extension LabelRate {
  /// Recall + specificity − 1, also Youden’s J.
  public static let informedness = LabelRate(
    "informedness", "Informedness", range: -1...1, formula: "tp / (tp + fn) + tn / (tn + fp) − 1",
    source: "Youden 1950, Cancer 3; Powers 2011"
  ) { combined(recall, specificity, $0) { $0 + $1 - 1 } }

  /// Precision + negative predictive value − 1.
  public static let markedness = LabelRate(
    "markedness", "Markedness", range: -1...1, formula: "tp / (tp + fp) + tn / (tn + fn) − 1",
    source: "Powers 2011, Journal of Machine Learning Technologies 2"
  ) { combined(precision, negativePredictiveValue, $0) { $0 + $1 - 1 } }

  /// √(recall · specificity).
  public static let geometricMean = LabelRate(
    "geometric_mean", "G-mean", formula: "√(tp / (tp + fn) · tn / (tn + fp))",
    source: "Kubat, Holte and Matwin 1998, Machine Learning 30"
  ) { combined(recall, specificity, $0) { ($0 * $1).squareRoot() } }

  /// tp / (tp + fp + fn), also critical success index, Jaccard index.
  public static let threatScore = LabelRate(
    "threat_score", "Threat score", formula: "tp / (tp + fp + fn)",
    source: "Gilbert 1884; scikit-learn jaccard_score"
  ) {
    .ratio(
      $0.truePositives, $0.support + $0.falsePositives, else: "the label is neither true nor predicted")
  }

  /// The correlation of having the label and being given it.
  public static let matthewsCorrcoef = LabelRate(
    "matthews_corrcoef", "Matthews correlation", range: -1...1,
    formula: "(tp tn − fp fn) / √((tp + fp)(tp + fn)(tn + fp)(tn + fn))",
    source: "Matthews 1975, Biochimica et Biophysica Acta 405"
  ) { counts in
    guard counts.predicted > 0 else { return .undefined(neverPredicted) }
    guard counts.support > 0 else { return .undefined(neverTrue) }
    guard negatives(counts) > 0 else { return .undefined(alwaysTrue) }
    guard notPredicted(counts) > 0 else { return .undefined(alwaysPredicted) }
    let product = counts.truePositives * counts.trueNegatives - counts.falsePositives * counts.falseNegatives
    let scale =
      (counts.predicted * counts.support).squareRoot()
      * (negatives(counts) * notPredicted(counts)).squareRoot()
    return .value(min(1, max(-1, product / scale)))
  }

  /// recall / (1 − specificity): how much likelier the label is predicted where it is true than where it is not.
  public static let positiveLikelihoodRatio = LabelRate(
    "positive_likelihood_ratio", "Positive likelihood ratio", range: 0...Double.infinity,
    formula: "(tp / (tp + fn)) / (fp / (fp + tn))", source: "scikit-learn class_likelihood_ratios"
  ) { counts in
    combined(recall, falsePositiveRate, counts, else: "the label was never predicted wrongly") { $0 / $1 }
  }

  /// (1 − recall) / specificity: how much likelier the label is passed over where it is true than where it is not.
  public static let negativeLikelihoodRatio = LabelRate(
    "negative_likelihood_ratio", "Negative likelihood ratio", direction: .lowerIsBetter,
    range: 0...Double.infinity, formula: "(fn / (tp + fn)) / (tn / (fp + tn))",
    source: "scikit-learn class_likelihood_ratios"
  ) { counts in
    combined(falseNegativeRate, specificity, counts, else: "the label was predicted wherever it is not true")
    {
      $0 / $1
    }
  }

  /// tp tn / (fp fn): the positive likelihood ratio divided by the negative one.
  public static let diagnosticOddsRatio = LabelRate(
    "diagnostic_odds_ratio", "Diagnostic odds ratio", range: 0...Double.infinity,
    formula: "tp tn / (fp fn)", source: "Glas et al. 2003, Journal of Clinical Epidemiology 56"
  ) { counts in
    guard counts.support > 0 else { return .undefined(neverTrue) }
    guard negatives(counts) > 0 else { return .undefined(alwaysTrue) }
    return .ratio(
      counts.truePositives * counts.trueNegatives, counts.falsePositives * counts.falseNegatives,
      else: "the label has no false positive, or no false negative")
  }

  /// What `combine` makes of two rates; undefined where one of them is, or where the result is not finite.
  private static func combined(
    _ first: LabelRate, _ second: LabelRate, _ counts: LabelCounts, else reason: String = "",
    _ combine: (Double, Double) -> Double
  ) -> MetricValue {
    guard case .value(let one) = first.value(counts) else { return first.value(counts) }
    guard case .value(let other) = second.value(counts) else { return second.value(counts) }
    let result = combine(one, other)
    return result.isFinite ? .value(result) : .undefined(reason)
  }
}
