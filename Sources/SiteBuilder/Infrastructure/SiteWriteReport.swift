package import Diagnostics

/// What a ``SiteWriter`` did, each list in the order of the routes.
package struct SiteWriteReport: Sendable {
  /// Files that are new or whose bytes changed.
  package var written: [Route] = []
  /// Files that were made anew and came out as they were.
  package var unchanged: [Route] = []
  /// Files whose key had not changed.
  package var skipped: [Route] = []
  /// Files of the previous build that this one does not have.
  package var removed: [Route] = []
  /// What went wrong.
  package var diagnostics: [Diagnostic] = []

  /// Files of the site that are in place, whether written now or before.
  package var files: [Route] { (written + unchanged + skipped).sorted() }
}
