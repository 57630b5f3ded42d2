public import Diagnostics

/// Why a specification cannot be used: everything that is wrong with it, in the order of the file.
public struct SearchSpecError: Error, Hashable, Sendable {
  /// What is wrong; never empty.
  public let diagnostics: [Diagnostic]

  /// An error of these problems.
  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension SearchSpecError: CustomStringConvertible {
  /// A line for each problem.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
