public import Diagnostics
import RunModel

/// A folder of runs on disk, in the layout of experiment-results-manager 0.1.2.
///
/// ```
/// registry/.erm_registry.json
///          digits/.erm_experiment.json
///                 forest/.erm_variant.json
///                        2026_03_02__09_10_07/erm_metadata.json
///                                             artifacts/predictions.csv
/// ```
///
/// Assay writes what that program opens, and keeps what it would lose under the extra key `assay` of
/// `erm_metadata.json`. Ids may contain `/` and then are several folders. Links to folders are not followed, and
/// nothing outside the registry's folder is read or written.
///
/// ```swift
/// let registry = Registry(path: "registry")
/// var draft = ExperimentRun(experiment: "digits", variant: "forest", timestamp: now)
/// draft.logParam("trees", 200)
/// draft.logMetric("accuracy", 0.97)
/// let saved = try registry.save(draft)  // registry/digits/forest/2026_03_02__09_10_07
/// ```
public struct Registry: Sendable {
  /// The registry's folder.
  public let path: String
  /// Where the folder is.
  public let fileSystem: FileSystem
  /// A folder for caches, in which an index of a large registry is kept; without it every file is read each time.
  public let cacheFolder: String?

  /// The registry at `path`; nothing is read yet.
  public init(path: String, fileSystem: FileSystem = .disk, cacheFolder: String? = nil) {
    self.path = path
    self.fileSystem = fileSystem
    self.cacheFolder = cacheFolder
  }
}
