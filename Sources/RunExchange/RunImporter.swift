package import Diagnostics
package import RunModel

/// Reads what one tool wrote.
///
/// An importer never follows a path that it finds in a file, opens no pickle, constructs nothing from YAML tags, and
/// reads no more than ``ImportLimit`` allows. What is wrong with one run becomes a diagnostic, and the run is shown
/// with the rest of what it holds, or left out where nothing of it can be read.
package protocol RunImporter: RunSource {
  /// What people call the tool's files: `MLflow file store`.
  static var title: String { get }

  /// Whether what is at `path` looks like this tool's, by names and few bytes.
  static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool

  /// An importer of what is at `path`; nothing is read yet.
  init(path: String, fileSystem: FileSystem)
}
