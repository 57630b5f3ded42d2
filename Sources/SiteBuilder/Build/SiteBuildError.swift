public import Diagnostics

/// Why nothing could be built.
public struct SiteBuildError: Error, Sendable, CustomStringConvertible {
  /// What was wrong; never empty.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// The diagnostics, a line each.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
