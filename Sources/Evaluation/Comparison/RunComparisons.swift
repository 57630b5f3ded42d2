/// Several candidates beside one baseline, all about the same examples.
///
/// The more candidates are tried, the likelier one of them looks better by chance alone: p-values are corrected by Holm
/// for the number of candidates, metric by metric.
public struct RunComparisons: Sendable {
  /// One comparison for each candidate, in the order given; nil where it cannot be aligned with the baseline.
  public let comparisons: [PairedComparison?]
  /// Why candidates cannot be compared, by their position.
  public let problems: [Int: AlignmentError]

  /// Compares candidates with a baseline.
  ///
  /// - Complexity: That of ``PairedComparison/init(candidate:baseline:primary:metrics:options:)`` for each.
  public init(
    candidates: [ClassificationEvaluation], baseline: ClassificationEvaluation, primary: String,
    metrics: MetricRegistry = .standard, options: ChanceOptions = ChanceOptions()
  ) {
    var comparisons: [PairedComparison?] = []
    var problems: [Int: AlignmentError] = [:]
    for (position, candidate) in candidates.enumerated() {
      do throws(AlignmentError) {
        comparisons.append(
          try PairedComparison(
            candidate: candidate, baseline: baseline, primary: primary, metrics: metrics, options: options))
      } catch {
        comparisons.append(nil)
        problems[position] = error
      }
    }
    self.problems = problems
    self.comparisons = comparisons.count > 1 ? Self.adjusted(comparisons) : comparisons
  }

  /// Which candidates are not shown to differ from the baseline: an adjusted p of the primary metric above 0.05.
  ///
  /// With the leader of a leaderboard as baseline these are the runs that are tied with it.
  public var ties: [Bool] {
    comparisons.map { comparison in
      guard let comparison, let p = comparison[comparison.primary]?.adjustedPValue else { return false }
      return p > 0.05
    }
  }

  /// Comparisons whose p-values are corrected for the number of comparisons.
  private static func adjusted(_ comparisons: [PairedComparison?]) -> [PairedComparison?] {
    var result = comparisons
    let names = Set(comparisons.compactMap(\.self).flatMap { $0.differences.map(\.name) })
    for name in names {
      let places = result.indices.compactMap { position -> (position: Int, metric: Int, p: Double)? in
        guard let differences = result[position]?.differences,
          let metric = differences.firstIndex(where: { $0.name == name }), let p = differences[metric].pValue
        else { return nil }
        return (position, metric, p)
      }
      for (place, adjusted) in zip(places, HolmAdjustment.adjusted(places.map(\.p))) {
        result[place.position]?.differences[place.metric].adjustedPValue = adjusted
      }
    }
    return result
  }
}
