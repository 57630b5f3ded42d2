extension ClassificationEvaluation {
  /// What the curves of the label with this index are drawn from; nil if it has no probabilities, or rows
  /// were not kept.
  ///
  /// - Complexity: Linear in the number of rows; nothing is kept between calls.
  public func rankCurve(of label: Int) -> RankCurve? { rankCurves(of: [label])[0] }

  /// The rank curves of these labels, computed on all cores.
  ///
  /// - Complexity: Linear in rows × `labels`.
  public func rankCurves(of labels: [Int]) -> [RankCurve?] {
    guard statistics.keepsRows else { return labels.map { _ in nil } }
    let scored = labels.filter { $0 < schema.scoredLabelCount }
    let curves = schema.hasWeights ? weightedCurves(of: scored) : unweightedCurves(of: scored)
    var next = curves.makeIterator()
    return labels.map { $0 < schema.scoredLabelCount ? next.next() : nil }
  }

  private func weightedCurves(of labels: [Int]) -> [RankCurve] {
    concurrentMap(count: labels.count) { place in
      RankCurve(RankedScores(predictions, labels: labels[place]..<labels[place] + 1))
    }
  }

  private func unweightedCurves(of labels: [Int]) -> [RankCurve] {
    guard !labels.isEmpty else { return [] }
    let ranker = RowRanker(predictions, labels: labels, truth: .isLabel, keepsRows: false)
    let pool = BufferPool { ranker.makeRows() }
    return concurrentMap(count: labels.count) { place in
      pool.with { RankCurve(ranker, at: place, rows: &$0) }
    }
  }
}
