import Diagnostics

/// Where the stores of MLflow are that a path means.
struct MLflowLocation: Hashable, Sendable {
  /// A database: its folder and its name.
  struct Database: Hashable, Sendable {
    /// The folder, as given; artifacts lie beside the database.
    var folder: String
    /// The file's name.
    var name: String
  }

  /// The database, if there is one.
  var database: Database?
  /// The file store's folder, from ``path``; empty where it is the path itself; nil if there is none.
  var store: String?
  /// The path that was given.
  let path: String

  /// The names under which a database is looked for in a folder.
  private static let databaseNames = [usualName, "mlruns.db"]
  private static let usualName = "mlflow.db"
  /// Folders that are looked into to find an experiment.
  private static let probeLimit = 50

  /// Looks at `path`: a database, a file store, or a folder that holds either.
  init(_ path: String, in fileSystem: FileSystem) {
    self.path = path
    guard fileSystem.isDirectory(path) else {
      if SQLiteHeader.read(path, in: fileSystem) != nil || Self.isNamedDatabase(path, in: fileSystem) {
        database = Database(folder: FilePath.parent(of: path), name: FilePath.name(of: path))
      }
      return
    }
    for name in Self.databaseNames {
      let file = FilePath.join(path, name)
      guard SQLiteHeader.read(file, in: fileSystem) != nil, fileSystem.isInside(file, folder: path) else {
        continue
      }
      database = Database(folder: path, name: name)
      break
    }
    if database == nil, Self.isNamedDatabase(FilePath.join(path, Self.usualName), in: fileSystem) {
      database = Database(folder: path, name: Self.usualName)
    }
    let inner = FilePath.join(path, "mlruns")
    if fileSystem.isInside(inner, folder: path), Self.isStore(inner, in: fileSystem) {
      store = "mlruns"
    } else if Self.isStore(path, in: fileSystem) {
      store = ""
    }
  }

  /// Whether the database is MLflow's by its name, whatever it holds: `mlflow.db`, or one ending in `.db` that was given.
  var isNamed: Bool {
    guard let name = database?.name else { return false }
    if name.utf8.elementsEqual(Self.usualName.utf8) { return true }
    return database?.folder != path && FilePath.fileExtension(of: name) == "db"
  }

  /// Whether something called `mlflow.db` is at `file`, in the folder that the path names; no folder.
  private static func isNamedDatabase(_ file: String, in fileSystem: FileSystem) -> Bool {
    guard FilePath.name(of: file).utf8.elementsEqual(usualName.utf8),
      let kind = (try? fileSystem.attributes(file))?.kind, kind != .directory
    else { return false }
    return fileSystem.isInside(file, folder: FilePath.parent(of: file))
  }

  /// Whether a folder of `folder` has the `meta.yaml` of an experiment.
  private static func isStore(_ folder: String, in fileSystem: FileSystem) -> Bool {
    guard let entries = try? fileSystem.list(folder) else { return false }
    let folders = entries.lazy.filter { entry in
      entry.kind == .directory && !MLflowFileStore.reservedNames.contains(entry.name)
    }
    return folders.prefix(probeLimit).contains { entry in
      let file = FilePath.join(FilePath.join(folder, entry.name), "meta.yaml")
      guard let bytes = try? fileSystem.read(file, limit: MLflowLimit.metaBytes) else { return false }
      return hasKey("experiment_id", bytes) && !hasKey("run_id", bytes) && !hasKey("run_uuid", bytes)
        && (hasKey("artifact_location", bytes) || hasKey("lifecycle_stage", bytes))
    }
  }

  /// Whether a line begins with `key` and a colon.
  private static func hasKey(_ key: String, _ bytes: [UInt8]) -> Bool {
    let start = Array(key.utf8) + [UInt8(ascii: ":")]
    return bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: start) }
  }
}
