/// What an evaluation computes.
public struct EvaluationOptions: Sendable {
  /// The metrics, in the order in which they are reported.
  public var metrics: MetricRegistry
  /// Whether and how their 95 % intervals are found.
  public var chance: ChanceOptions

  /// Options; by default all of Assay's own metrics, with intervals.
  public init(metrics: MetricRegistry = .standard, chance: ChanceOptions = ChanceOptions()) {
    self.metrics = metrics
    self.chance = chance
  }
}
