/// Resamples the rows that counts are made of.
///
/// Rows with the same effect on counts are drawn together, by a multinomial draw of as many rows as there are: the same
/// distribution as drawing row by row, in time that does not grow with the rows.
struct CountBootstrap: Sendable {
  let cells: CountCells
  let statistics: ClassificationStatistics
  let options: ChanceOptions

  /// A bootstrap takes no more than so many cells × resamples.
  static let largestWork = 5_000_000

  /// So many resamples share a stream of random numbers, however many cores there are.
  static let chunk = 125

  /// The values of metrics, each for all resamples; NaN where undefined.
  ///
  /// - Complexity: O(resamples × (cells + metrics × labels)), on all cores.
  func values(of metrics: [ClassificationMetric]) -> [[Double]] {
    let sampler = MultinomialSampler(counts: cells.counts)
    let resamples = options.resamples
    let chunks = concurrentMap(count: (resamples + Self.chunk - 1) / Self.chunk) { number in
      chunk(number, of: metrics, sampler: sampler, count: min(Self.chunk, resamples - number * Self.chunk))
    }
    return metrics.indices.map { metric in chunks.flatMap { $0[metric] } }
  }

  private func chunk(
    _ number: Int, of metrics: [ClassificationMetric], sampler: MultinomialSampler, count: Int
  ) -> [[Double]] {
    var generator = Xoshiro256.stream(seed: options.seed, number: number)
    var resampled = statistics
    resampled.confusion = nil
    var rows = [Double](repeating: 0, count: cells.count)
    var scratch = [Double](repeating: 0, count: 3 * statistics.labelCounts.count)
    var values = metrics.map { _ in [Double](repeating: .nan, count: count) }
    for resample in 0..<count {
      rows.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &generator) }
      cells.fill(&resampled, rows: rows, scratch: &scratch)
      for (place, metric) in metrics.enumerated() {
        if let number = metric.compute(resampled).number { values[place][resample] = number }
      }
    }
    return values
  }
}
