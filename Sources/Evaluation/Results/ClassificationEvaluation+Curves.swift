extension ClassificationEvaluation {
  /// What the curves of the label with this index are drawn from; nil if it has no probabilities, or rows
  /// were not kept.
  ///
  /// - Complexity: Linear in the number of rows, unless the curve was kept; nothing is kept between calls.
  public func rankCurve(of label: Int) -> RankCurve? { rankCurves(of: [label])[0] }

  /// The rank curves of these labels, computed on all cores.
  ///
  /// - Complexity: Linear in rows × `labels`.
  public func rankCurves(of labels: [Int]) -> [RankCurve?] {
    curves(of: labels, accepting: \.isWhole)
  }

  /// What thresholds of the label with this index are chosen by; nil if it has no probabilities, or rows were not kept.
  ///
  /// ``RankCurve/operatingPoints(_:)``, and ``RankCurve/sweep(_:)`` over ``RankCurve/hundredths``, are those of
  /// ``rankCurve(of:)``; of many rows, other thresholds may be absent.
  ///
  /// - Complexity: Linear in the number of rows, unless it is the positive label's and was kept
  ///   (``EvaluationOptions/keepsCurves``).
  public func decisionCurve(of label: Int) -> RankCurve? {
    label == schema.positive ? curves(of: [label]) { _ in true }[0] : rankCurve(of: label)
  }

  /// The ROC and precision-recall curves of these labels, with at most `limit` points each, computed on all cores.
  ///
  /// nil for a label without probabilities, and where rows were not kept. The points are those of
  /// ``RankCurve/rocCurve(limit:)`` and ``RankCurve/precisionRecallCurve(limit:)``, but may be chosen among an outline
  /// of the curve, which is nowhere further than 1/1024 from it.
  ///
  /// - Complexity: Linear in `labels` where outlines were kept (``EvaluationOptions/keepsCurves``), else in rows ×
  ///   `labels`.
  public func drawnCurves(of labels: [Int], limit: Int = RankCurve.pageLimit) -> [DrawnCurves?] {
    let curves = curves(of: labels) { _ in true }
    let outlines = concurrentMap(count: curves.count) { curves[$0]?.outline }
    let points = concurrentMap(count: 2 * curves.count) { place in
      outlines[place / 2].map { outline in
        place.isMultiple(of: 2)
          ? outline.rocCurve(limit: limit) : outline.precisionRecallCurve(limit: limit)
      }
    }
    return outlines.indices.map { place in
      guard let outline = outlines[place], let roc = points[2 * place],
        let precisionRecall = points[2 * place + 1]
      else { return nil }
      return DrawnCurves(outline: outline, roc: roc, precisionRecall: precisionRecall)
    }
  }

  /// The curves of these labels: those that were kept if they are good enough, else from the rows.
  private func curves(of labels: [Int], accepting isEnough: (RankCurve) -> Bool) -> [RankCurve?] {
    guard statistics.keepsRows else { return labels.map { _ in nil } }
    let scored = labels.filter { $0 < schema.scoredLabelCount }
    let kept = scored.reduce(into: [Int: RankCurve]()) { kept, label in
      if let curve = statistics.rankings[label].curve, isEnough(curve) { kept[label] = curve }
    }
    let missing = scored.filter { kept[$0] == nil }
    let found = schema.hasWeights ? weightedCurves(of: missing) : unweightedCurves(of: missing)
    let curves = kept.merging(zip(missing, found)) { kept, _ in kept }
    return labels.map { curves[$0] }
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
