/// An ordered list of metrics, each name once.
public struct MetricRegistry: Sendable {
  /// The metrics, in the order in which they are reported.
  public private(set) var metrics: [ClassificationMetric]

  /// A registry of these metrics; of two with one name the later takes the place of the earlier.
  public init(_ metrics: [ClassificationMetric]) {
    self.metrics = []
    for metric in metrics { set(metric) }
  }

  /// The metric with this name.
  public subscript(name: String) -> ClassificationMetric? {
    metrics.first { $0.name == name }
  }

  /// Replaces the metric of the same name, or adds it at the end.
  public mutating func set(_ metric: ClassificationMetric) {
    if let place = metrics.firstIndex(where: { $0.name == metric.name }) {
      metrics[place] = metric
    } else {
      metrics.append(metric)
    }
  }

  /// This registry with the metric of the same name replaced, or with it added at the end.
  public func setting(_ metric: ClassificationMetric) -> MetricRegistry {
    var registry = self
    registry.set(metric)
    return registry
  }
}
