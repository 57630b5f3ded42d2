public import Diagnostics
public import RunModel

/// One run that was read, with what was wrong about it.
public struct LoadedRun: Sendable {
  /// The run.
  public var run: Run
  /// What was wrong while reading it, in order of place.
  public var diagnostics: [Diagnostic]

  /// A run and what was wrong about it.
  public init(run: Run, diagnostics: [Diagnostic] = []) {
    self.run = run
    self.diagnostics = diagnostics
  }
}
