public import Diagnostics

/// Why results cannot be read or written, as a diagnostic that can be shown like any other.
public struct ExperimentResultError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  /// The diagnostic's line.
  public var description: String { diagnostic.description }
}
