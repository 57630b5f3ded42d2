import Diagnostics
import FileFormats
import ReportModel

/// What an `assay.yaml` says.
///
/// ```yaml
/// title: Which classifier reads digits best?
/// registry: runs           # from this file's folder
/// out: public
/// examples: ids            # full, ids or none
/// experiments:
///   digits:
///     primary_metric: f1_macro
///     baseline: logistic
/// ```
struct ConfigurationFile: Sendable {
  /// The name that is looked for.
  static let name = "assay.yaml"
  /// The most bytes that are read.
  static let sizeLimit = 1 << 20

  /// The registry's folder, as the file names it; relative to the file's own folder.
  var registry: String?
  /// The folder of the site, as the file names it; relative to the file's own folder.
  var out: String?
  /// What is said about pages and experiments.
  var report = ReportConfiguration()

  /// Reads the file at `path`.
  ///
  /// - Throws: ``ConfigurationError`` with all that is wrong: the file is not there or no YAML, a key is unknown, a
  ///   value is not of its kind.
  static func read(_ path: String, from fileSystem: FileSystem) throws(ConfigurationError)
    -> ConfigurationFile
  {
    let document: YAMLDocument
    do {
      document = try YAMLReader.read(path, displayPath: path, in: fileSystem, limit: sizeLimit)
    } catch {
      throw ConfigurationError([error.diagnostic(.init("configuration.unreadable"))])
    }
    var reader = ConfigurationReader(document: document)
    let file = reader.file()
    guard reader.problems.isEmpty else { throw ConfigurationError(reader.problems) }
    return file
  }
}
