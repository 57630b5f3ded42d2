public import Diagnostics

/// The runs of a source, with what was wrong while reading them.
public struct RunCollection: Sendable {
  /// What the source is, as it stands behind “from”: `a registry of experiment-results-manager`, `DVCLive logs`.
  public var sourceName: String
  /// Every run that could be read, sorted by id.
  public var runs: [Run]
  /// Experiments and variants that are there without a readable run: they are shown as empty, not hidden.
  public var emptyExperiments: [ExactString]
  /// What was wrong, in order of place.
  public var diagnostics: [Diagnostic]

  /// A collection.
  public init(
    sourceName: String, runs: [Run], emptyExperiments: [ExactString] = [], diagnostics: [Diagnostic] = []
  ) {
    self.sourceName = sourceName
    self.runs = runs
    self.emptyExperiments = emptyExperiments
    self.diagnostics = diagnostics
  }
}
