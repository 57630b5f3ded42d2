/// Differences of metrics by drawing whole rows, or whole groups of them, again and again.
///
/// Both sides are drawn alike, so that what they have in common cancels. This serves every metric, and where rows have
/// weights or belong to groups it is the only way. It takes at most 10⁷ draws of a row.
struct RedrawnDifferences {
  private let baseline: ClassificationStatistics
  private let candidate: ClassificationStatistics
  private let options: ChanceOptions

  /// Differences of statistics about the same rows in the same order.
  init(baseline: ClassificationStatistics, candidate: ClassificationStatistics, options: ChanceOptions) {
    self.baseline = baseline
    self.candidate = candidate
    self.options = options
  }

  /// The findings of these metrics by their names.
  func findings(of metrics: [ClassificationMetric]) -> [String: DifferenceFinder.Finding] {
    do throws(RowBootstrap.Refusal) {
      // The same seed and as many rows: the same draws on both sides.
      let first = try RowBootstrap(baseline, options: options)
      let second = try RowBootstrap(candidate, options: options)
      let method: Interval.Method = first.units.isGrouped ? .groupBootstrap : .pairedBootstrap
      let values = zip(first.resampled(metrics), second.resampled(metrics))
      return Dictionary(
        uniqueKeysWithValues: zip(metrics, values).map { metric, values in
          guard let one = values.0, let other = values.1 else {
            return (metric.name, (.undefined("resamples of all rows and labels take too long"), nil))
          }
          return (
            metric.name,
            DifferenceFinder.percentiles(
              zip(other, one).map { $0 - $1 }, count: first.units.count, method: method)
          )
        })
    } catch {
      return Dictionary(uniqueKeysWithValues: metrics.map { ($0.name, (.undefined(error.reason), nil)) })
    }
  }
}
