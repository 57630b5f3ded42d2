extension ClassificationMetric {
  /// Whether predictions of this schema have what the metric is about, be it faulty.
  func applies(to schema: PredictionSchema) -> Bool {
    needs.tasks.contains(schema.task) && schema.labels.count >= needs.fewestLabels
      && (needs.input == .labels || schema.hasProbabilities)
  }

  /// The value for these predictions, or the reason why there is none.
  func value(for statistics: ClassificationStatistics) -> MetricValue {
    if let problem = problem(with: statistics) { return .undefined(problem) }
    let value = compute(statistics)
    if case .value(let number) = value, number.isNaN { return .undefined("the computation gave no number") }
    return value
  }

  private func problem(with statistics: ClassificationStatistics) -> String? {
    guard statistics.weightSum > 0 else {
      return statistics.rowCount == 0 ? "there are no rows" : "all rows have a weight of 0"
    }
    if let problem = problem(with: statistics.schema) { return problem }
    return needs.basis == .sums || statistics.keepsRows ? nil : ClassificationStatistics.noRows
  }

  private func problem(with schema: PredictionSchema) -> String? {
    switch needs.input {
    case .labels:
      return nil
    case .scores:
      guard let positive = schema.positive, positive >= schema.scoredLabelCount else { return nil }
      return "\(schema.labels[positive].quoted) has no probability column"
    case .probabilities:
      if schema.scoredLabelCount < schema.labels.count {
        return "\(schema.labels[schema.scoredLabelCount].quoted) has no probability column"
      }
      return schema.probabilityProblem
    }
  }
}
