import Evaluation

extension ReportTable.Group {
  /// Rows of recomputed metrics in two groups: those of which more is better, then those of which less is better.
  static func byDirection(
    _ metrics: [String], row: (String) -> ReportTable.Row
  ) -> [ReportTable.Group] {
    let directions: [(title: RichText, direction: ClassificationMetric.Direction)] = [
      ("Higher is better", .higherIsBetter), ("Lower is better", .lowerIsBetter),
    ]
    return directions.compactMap { title, direction in
      let rows = metrics.filter { MetricRegistry.standard[$0]?.direction == direction }.map(row)
      return rows.isEmpty ? nil : ReportTable.Group(title: title, rows: rows)
    }
  }
}
