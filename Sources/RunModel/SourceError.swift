public import Diagnostics

/// Why nothing could be read from a source, as a diagnostic that can be shown like any other.
public struct SourceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public var diagnostic: Diagnostic

  /// An error that says `diagnostic`.
  public init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  /// The diagnostic's line.
  public var description: String { diagnostic.description }
}
