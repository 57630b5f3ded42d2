extension ClassificationEvaluation {
  /// What the curves of the label with this index are drawn from; nil if it has no probabilities.
  ///
  /// - Complexity: Linear in the number of rows; nothing is kept between calls.
  public func rankCurve(of label: Int) -> RankCurve? {
    guard label < schema.scoredLabelCount else { return nil }
    return RankCurve(RankedScores(predictions, labels: label..<label + 1))
  }

  /// The rank curves of these labels, computed on all cores.
  ///
  /// - Complexity: Linear in rows × `labels`.
  public func rankCurves(of labels: [Int]) -> [RankCurve?] {
    concurrentMap(count: labels.count) { rankCurve(of: labels[$0]) }
  }
}
