extension ClassificationEvaluation {
  /// The score histograms of these labels, as ``RankCurve/scoreHistogram(bins:)`` has them, without ranking rows.
  ///
  /// nil for a label without probabilities, and where rows were not kept.
  ///
  /// - Precondition: There is at least one bin.
  /// - Complexity: Linear in rows × `labels`.
  public func scoreHistograms(of labels: [Int], bins: Int = ScoreHistogram.standardCount) -> [ScoreHistogram?]
  {
    guard statistics.keepsRows else { return labels.map { _ in nil } }
    let scored = labels.filter { $0 < schema.scoredLabelCount }
    let parts = concurrentMap(count: predictions.batches.count) { index in
      let batch = predictions.batches[index]
      return scored.map { histogram(of: $0, in: batch, bins: bins) }
    }
    let empty = [ScoreHistogram](repeating: ScoreHistogram(bins: bins), count: scored.count)
    let sums = parts.reduce(into: empty) { sums, part in
      for place in sums.indices { sums[place].add(part[place]) }
    }
    let found = Dictionary(zip(scored, sums)) { first, _ in first }
    return labels.map { found[$0] }
  }

  private func histogram(of label: Int, in batch: PredictionBatch, bins: Int) -> ScoreHistogram {
    var histogram = ScoreHistogram(bins: bins)
    let (width, labelCount) = (schema.scoredLabelCount, schema.labels.count)
    let isMultilabel = schema.task == .multilabel
    batch.probabilities.withUnsafeBufferPointer { probabilities in
      for row in 0..<batch.count {
        let isTrue =
          isMultilabel ? batch.truthSets[row &* labelCount &+ label] != 0 : batch.truth[row] == Int32(label)
        histogram.add(
          probabilities[row &* width &+ label], isPositive: isTrue,
          weight: batch.weights.isEmpty ? 1 : batch.weights[row])
      }
    }
    return histogram
  }
}
