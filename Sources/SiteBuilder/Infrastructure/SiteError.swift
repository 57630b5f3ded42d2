package import Diagnostics

/// Why a site cannot be built: templates, assets or an output folder that cannot be used.
package struct SiteError: Error, Sendable {
  /// What is wrong, in the order in which it was found; never empty.
  package let diagnostics: [Diagnostic]

  /// An error of several problems.
  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension SiteError: CustomStringConvertible {
  package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
