/// Resamples the rows that the counts of two sets of predictions are made of, both at once.
///
/// Rows of one kind are drawn together, by a multinomial draw of as many rows as there are; a row takes its truth and
/// both predictions with it, so that what the two have in common cancels.
struct PairedBootstrap: Sendable {
  let cells: PairedCells
  let baseline: ClassificationStatistics
  let candidate: ClassificationStatistics
  let options: ChanceOptions

  /// The differences candidate − baseline of metrics, each for all resamples; NaN where either is undefined.
  ///
  /// - Complexity: O(resamples × (kinds + metrics × labels)), on all cores.
  func differences(of metrics: [ClassificationMetric]) -> [[Double]] {
    let sampler = MultinomialSampler(counts: cells.counts)
    let resamples = options.resamples
    let chunk = CountBootstrap.chunk
    let chunks = concurrentMap(count: (resamples + chunk - 1) / chunk) { number in
      differences(in: number, of: metrics, sampler, count: min(chunk, resamples - number * chunk))
    }
    return metrics.indices.map { metric in chunks.flatMap { $0[metric] } }
  }

  private func differences(
    in chunk: Int, of metrics: [ClassificationMetric], _ sampler: MultinomialSampler, count: Int
  ) -> [[Double]] {
    var generator = Xoshiro256.stream(seed: options.seed, number: chunk)
    var (first, second) = (baseline, candidate)
    first.confusion = nil
    second.confusion = nil
    var rows = [Double](repeating: 0, count: cells.count)
    var scratch = [Double](repeating: 0, count: 3 * baseline.labelCounts.count)
    var values = metrics.map { _ in [Double](repeating: .nan, count: count) }
    for resample in 0..<count {
      rows.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &generator) }
      cells.baseline.fill(&first, rows: rows, scratch: &scratch)
      cells.candidate.fill(&second, rows: rows, scratch: &scratch)
      for (place, metric) in metrics.enumerated() {
        guard let one = metric.compute(first).number, let other = metric.compute(second).number else {
          continue
        }
        values[place][resample] = other - one
      }
    }
    return values
  }
}
