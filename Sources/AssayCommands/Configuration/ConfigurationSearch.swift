import Diagnostics

/// Finds the configuration that goes with a source, and what source and output folder follow from it.
struct ConfigurationSearch {
  /// The folder to read runs from.
  var source: String
  /// The folder that the configuration names for the site.
  var out: String?
  /// What the configuration says, or the defaults.
  var file = ConfigurationFile()
  /// The path of the configuration that was found.
  var path: String?

  /// Looks for the configuration of the folder `source`.
  ///
  /// It is the file `given`, else `assay.yaml` in `source`, else `assay.yaml` beside it. Paths in a configuration are
  /// relative to its own folder. Only a configuration inside `source` can say that the runs lie elsewhere, by
  /// `registry`.
  ///
  /// - Throws: ``ConfigurationError`` if it cannot be used.
  init(source: String, given: String?, fileSystem: FileSystem) throws(ConfigurationError) {
    self.source = source
    let inside = FilePath.join(source, ConfigurationFile.name)
    let beside = FilePath.join(FilePath.parent(of: source), ConfigurationFile.name)
    guard let path = given ?? [inside, beside].first(where: { Self.isFile($0, in: fileSystem) }) else {
      return
    }
    self.path = path
    file = try ConfigurationFile.read(path, from: fileSystem)
    let folder = FilePath.parent(of: path)
    out = file.out.map { Self.join(folder, $0) }
    if let registry = file.registry, given == nil, path == inside {
      self.source = Self.join(folder, registry)
    }
  }

  /// `name` below `folder`, without a needless `./`.
  private static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : FilePath.join(folder, name)
  }

  private static func isFile(_ path: String, in fileSystem: FileSystem) -> Bool {
    (try? fileSystem.attributes(path))?.kind == .file
  }
}
