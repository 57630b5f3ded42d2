public import Diagnostics
public import RunModel
public import RunRegistry

/// Where the runs of an experiment go.
public struct RunDestination: Sendable {
  /// The registry.
  public var registry: Registry
  /// The experiment that they belong to; called as the classification experiment where nil.
  public var experiment: ExactString?
  /// Their variant; called as the trainer where nil.
  public var variant: ExactString?
  /// Their time.
  public var timestamp: UTCTimestamp

  /// A place in `registry`.
  public init(
    registry: Registry, experiment: ExactString? = nil, variant: ExactString? = nil, timestamp: UTCTimestamp
  ) {
    self.registry = registry
    self.experiment = experiment
    self.variant = variant
    self.timestamp = timestamp
  }
}
