extension RankedScores {
  /// Both areas, exact with ties.
  ///
  /// ROC AUC: the share of pairs of a row with and a row without the label in which the first has the higher score,
  /// ties counting half; the same as the area under the ROC curve by trapezoids. Average precision:
  /// Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores, highest first. `label` is what to call the label in a reason: what follows “no row is”.
  func ranking(label: String) -> LabelRanking {
    var above = (positives: 0.0, negatives: 0.0)
    var wonPairs = 0.0
    var precisionSum = 0.0
    forEachScore { _, positives, negatives in
      wonPairs += negatives * (above.positives + positives / 2)
      above.positives += positives
      above.negatives += negatives
      if positives > 0 {
        precisionSum += positives * (above.positives / (above.positives + above.negatives))
      }
    }
    // The sums are taken anew in the order of the scores, so that equal weights cancel exactly.
    let pairs = above.positives * above.negatives
    return LabelRanking(
      rocAUC: pairs > 0 ? .value(min(1, wonPairs / pairs)) : .undefined(missing(label)),
      averagePrecision: above.positives > 0
        ? .value(min(1, precisionSum / above.positives)) : .undefined("no row that counts is \(label)"))
  }

  private func missing(_ label: String) -> String {
    if positives > 0 { return "every row that counts is \(label)" }
    return "no row that counts is \(label)"
  }
}
