extension LabelRate {
  /// The mean of recall and specificity; undefined where either is.
  public static let balancedAccuracy = combined(
    "balanced_accuracy", "Balanced accuracy", formula: "(tp / (tp + fn) + tn / (tn + fp)) / 2",
    source: "scikit-learn balanced_accuracy_score of the label against the rest", recall, specificity
  ) { ($0 + $1) / 2 }

  /// Recall + specificity − 1, Youden's J; undefined where either is.
  public static let informedness = combined(
    "informedness", "Informedness", range: -1...1, formula: "tp / (tp + fn) + tn / (tn + fp) − 1",
    source: "Youden 1950, Cancer 3; Powers 2011, Journal of Machine Learning Technologies 2", recall,
    specificity
  ) { $0 + $1 - 1 }

  /// Precision + negative predictive value − 1; undefined where either is.
  public static let markedness = combined(
    "markedness", "Markedness", range: -1...1, formula: "tp / (tp + fp) + tn / (tn + fn) − 1",
    source: "Powers 2011, Journal of Machine Learning Technologies 2", precision, negativePredictiveValue
  ) { $0 + $1 - 1 }

  /// √(recall · specificity); undefined where either is.
  public static let geometricMean = combined(
    "geometric_mean", "G-mean", formula: "√(tp / (tp + fn) · tn / (tn + fp))",
    source: "Kubat, Holte and Matwin 1998, Machine Learning 30", recall, specificity
  ) { ($0 * $1).squareRoot() }

  /// The correlation of having the label and being predicted to have it; undefined where either is the same
  /// for all rows.
  public static let matthewsCorrcoef = LabelRate(
    "matthews_corrcoef", "Matthews correlation", range: -1...1,
    formula: "(tp tn − fp fn) / √((tp + fp)(tp + fn)(tn + fp)(tn + fn))",
    source: "Matthews 1975, Biochimica et Biophysica Acta 405; scikit-learn matthews_corrcoef"
  ) { counts, label in
    if let reason = reasonOfSides(counts, label) { return .undefined(reason) }
    if counts.predicted == 0 { return .undefined(neverPredicted(label)) }
    if counts.unpredicted == 0 { return .undefined(alwaysPredicted(label)) }
    let product = counts.truePositives * counts.trueNegatives - counts.falsePositives * counts.falseNegatives
    let scale =
      (counts.predicted * counts.unpredicted).squareRoot() * (counts.support * counts.negatives).squareRoot()
    return .value(min(1, max(-1, product / scale)))
  }

  /// Recall / (1 − specificity): how many times likelier the label is predicted where it is true than where
  /// it is not.
  ///
  /// Undefined where no row has the label, where all have it, and, as it would be infinite, where the label
  /// was predicted of no row that does not have it; all of these as in scikit-learn.
  public static let positiveLikelihoodRatio = LabelRate(
    "positive_likelihood_ratio", "Positive likelihood ratio", range: 0...Double.greatestFiniteMagnitude,
    formula: "(tp / (tp + fn)) / (fp / (fp + tn))", source: "scikit-learn class_likelihood_ratios"
  ) { counts, label in
    if let reason = reasonOfSides(counts, label) { return .undefined(reason) }
    return .ratio(
      counts.truePositives * counts.negatives, counts.falsePositives * counts.support,
      else: "\(label) has no false positives")
  }

  /// (1 − recall) / specificity: how many times likelier the label is passed over where it is true than where
  /// it is not.
  ///
  /// 0 is perfect, 1 no better than chance. Undefined where no row has the label, where all have it, and
  /// where the label was predicted of every row that does not have it; all of these as in scikit-learn.
  public static let negativeLikelihoodRatio = LabelRate(
    "negative_likelihood_ratio", "Negative likelihood ratio", direction: .lowerIsBetter,
    range: 0...Double.greatestFiniteMagnitude, formula: "(fn / (tp + fn)) / (tn / (fp + tn))",
    source: "scikit-learn class_likelihood_ratios"
  ) { counts, label in
    if let reason = reasonOfSides(counts, label) { return .undefined(reason) }
    return .ratio(
      counts.falseNegatives * counts.negatives, counts.trueNegatives * counts.support,
      else: "\(label) has no true negatives")
  }

  /// tp tn / (fp fn): the odds of the label being predicted where it is true over those where it is not.
  ///
  /// The positive likelihood ratio divided by the negative one. Undefined where no row has the label, where
  /// all have it, and, as it would be infinite, where there are no false positives or no false negatives: no
  /// half is added to the counts.
  public static let diagnosticOddsRatio = LabelRate(
    "diagnostic_odds_ratio", "Diagnostic odds ratio", range: 0...Double.greatestFiniteMagnitude,
    formula: "tp tn / (fp fn)", source: "Glas et al. 2003, Journal of Clinical Epidemiology 56"
  ) { counts, label in
    if let reason = reasonOfSides(counts, label) { return .undefined(reason) }
    return .ratio(
      counts.truePositives * counts.trueNegatives, counts.falsePositives * counts.falseNegatives,
      else: "\(label) has no false \(counts.falsePositives == 0 ? "positives" : "negatives")")
  }

  /// Why there is nothing to compare where all rows have the label, or none; nil otherwise.
  private static func reasonOfSides(_ counts: LabelCounts, _ label: String) -> String? {
    if counts.support == 0 { return neverTrue(label) }
    return counts.negatives == 0 ? alwaysTrue(label) : nil
  }

  /// What `combine` makes of two rates; undefined where either is, the first going first.
  private static func combined(
    _ name: String, _ title: String, range: ClosedRange<Double> = 0...1, formula: String, source: String,
    _ first: LabelRate, _ second: LabelRate, _ combine: @escaping @Sendable (Double, Double) -> Double
  ) -> LabelRate {
    LabelRate(name, title, range: range, formula: formula, source: source) { counts, label in
      let values = (first.value(counts, of: label), second.value(counts, of: label))
      guard case .value(let one) = values.0 else { return values.0 }
      guard case .value(let other) = values.1 else { return values.1 }
      return .value(combine(one, other))
    }
  }
}
