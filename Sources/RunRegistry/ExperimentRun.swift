public import Diagnostics
public import RunModel

/// A run in the making: log into it, then ``Registry/save(_:overwrite:createdAt:)`` it.
///
/// ```swift
/// var draft = ExperimentRun(experiment: "digits", timestamp: now)
/// draft.logParams(["trees": 200, "criterion": "gini", "bootstrap": true])
/// for (epoch, loss) in losses.enumerated() { draft.logMetric("loss", loss, step: epoch) }
/// draft.logText("remarks", "Slow, but sure.")
/// draft.logArtifact("predictions", path: "out/predictions.csv")
/// ```
public struct ExperimentRun: Sendable, Hashable {
  /// What was logged so far.
  ///
  /// What has no `log` method (status, tags, notes, provenance, …) is set here.
  public var run: Run
  /// Whether the run's id was given; otherwise it is made from the time when the run is saved.
  public let hasGivenID: Bool
  /// The saved run that this one continues, if any.
  let continues: ContinuedRun?

  /// An empty draft.
  ///
  /// Without `run`, its id will be `timestamp` as experiment-results-manager writes it, and
  /// `…_0002` if there is one of that second already.
  public init(
    experiment: ExactString, variant: ExactString = RunID.defaultVariant, run: ExactString? = nil,
    timestamp: UTCTimestamp
  ) {
    let id = run ?? ExactString(timestamp.runID)
    self.run = Run(id: RunID(experiment: experiment, variant: variant, run: id))
    self.run.timestamp = timestamp
    hasGivenID = run != nil
    continues = nil
  }

  /// A draft that holds all of `run`, to be saved under its id.
  public init(_ run: Run) {
    self.run = run
    hasGivenID = true
    continues = nil
  }

  /// A run that continues a saved one.
  init(continuing run: Run, _ saved: ContinuedRun) {
    self.run = run
    hasGivenID = true
    continues = saved
  }
}
