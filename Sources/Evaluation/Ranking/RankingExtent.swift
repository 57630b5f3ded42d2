/// How much is found out by ranking rows.
enum RankingExtent: Sendable {
  /// Nothing: rows are not ranked.
  case nothing
  /// The ranking of each label, and averages over labels.
  case labels
  /// What sets labels against one another as well, and all cells of rows × labels together.
  case everything
}

extension MetricRegistry {
  /// How much these metrics need of predictions of this schema.
  func rankingExtent(for schema: PredictionSchema) -> RankingExtent {
    let bases = Set(metrics.lazy.filter { $0.applies(to: schema) }.map(\.needs.basis))
    return bases.contains(.rankings) ? .everything : bases.contains(.labelRankings) ? .labels : .nothing
  }
}
