import Synchronization

extension LabelRanker {
  /// The rankings of labels whose scores are all multiples of a millionth, of rows that are counted and not sorted.
  ///
  /// - Precondition: Rows count alike; labels are not told apart.
  /// - Complexity: Linear in rows × `labels`.
  func countedRankings(of labels: [Int]) -> [LabelRanking] {
    let pool = BufferPool { ScoreCounts() }
    influences.withLock { if $0?.isEmpty == true { $0?.clear() } }
    return concurrentMap(count: labels.count) { place in
      pool.with { counts in ranking(&counts, label: labels[place]) }
    }
  }

  private func ranking(_ counts: inout ScoreCounts, label: Int) -> LabelRanking {
    counts.count(predictions, label: label)
    let positives = positives(label)
    let negatives = predictions.count - positives
    var curve = curveWriter(of: label)
    let binCounts = curve.isEmpty ? [] : counts.counts(between: ScoreHistogram.standardEdges)
    let code = scale.map { _ in
      PlacementCode(
        rowBits: RankLayout(rows: predictions.count, truths: 2).rowBits, positives: positives,
        negatives: negatives)
    }
    let result = counts.walk(positives: positives, negatives: negatives, code: code, curve: &curve)
    if let scale, let code {
      let factors = InfluenceFactors(label: label, scale: scale)
      counts.forEachBlock(of: predictions, label: label) { first, words in
        influences.withLock { $0?.add(words, from: first, code: code, factors: factors) }
      }
      influences.withLock { $0?.addOffsets(result, label: label) }
    }
    return LabelRanking(
      result.sums, label: predictions.schema.labels[label].quoted, curve: curve,
      binCounts: binCounts)
  }
}
