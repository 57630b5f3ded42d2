import Diagnostics

/// Why a configuration cannot be used: everything that is wrong with it, in the order of the file.
struct ConfigurationError: Error, Hashable {
  /// What is wrong; never empty.
  let diagnostics: [Diagnostic]

  /// An error of these problems.
  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
