/// How much is found out by ranking rows, from less to more.
enum RankingExtent: Comparable, Sendable {
  /// Nothing: rows are not ranked.
  case nothing
  /// The ranking of each label, and means over labels.
  case means
  /// Averages over labels weighted by their rows as well.
  case labels
  /// What sets labels against one another as well, and all cells of rows × labels together.
  case everything

  /// How many of the lanes rows have where labels are, or are not, set against one another.
  func laneCount(hasPairs: Bool) -> Int {
    switch self {
    case .nothing: 0
    case .means: InfluenceLane.countOfMeans
    case .labels: InfluenceLane.countWithoutPairs
    case .everything: hasPairs ? InfluenceLane.allCases.count : InfluenceLane.countWithoutPairs
    }
  }
}

extension MetricRegistry {
  /// How much these metrics need of predictions of this schema.
  func rankingExtent(for schema: PredictionSchema) -> RankingExtent {
    metrics.lazy.filter { $0.applies(to: schema) }.map { metric in
      switch metric.needs.basis {
      case .rankings: .everything
      case .labelRankings: metric.needs.average?.extent ?? .means
      case .sums, .rows: .nothing
      }
    }.max() ?? .nothing
  }
}
