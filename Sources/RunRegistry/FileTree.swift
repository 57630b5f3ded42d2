import Diagnostics
import RunModel

/// Operations on a folder with all that is in it; links in it are handled themselves, never followed.
struct FileTree {
  private let fileSystem: FileSystem

  /// Operations by `fileSystem`.
  init(_ fileSystem: FileSystem) {
    self.fileSystem = fileSystem
  }

  /// Removes the folder `path`, a run's record first: what is left when this is cut short is no run.
  ///
  /// Of a link the link itself goes, and nothing of what it leads to.
  func remove(_ path: String) throws(FileSystemError) {
    do throws(FileSystemError) {
      return try fileSystem.remove(path)
    } catch {
      // A folder that is not empty; anything else is gone or cannot be removed.
      guard error.reason == .exists else { throw error }
    }
    let entries = try fileSystem.list(path)
    for entry in entries where entry.name == RegistryLayout.metadata && entry.kind == .file {
      try fileSystem.remove(FilePath.join(path, entry.name))
    }
    for entry in entries where entry.name != RegistryLayout.metadata || entry.kind != .file {
      let inner = FilePath.join(path, entry.name)
      if entry.kind == .directory { try remove(inner) } else { try fileSystem.remove(inner) }
    }
    try fileSystem.remove(path)
  }

  /// Waits until every file and folder below `path`, and `path` itself, would survive the loss of power.
  func synchronize(_ path: String) throws(FileSystemError) {
    for entry in try fileSystem.list(path) {
      let inner = FilePath.join(path, entry.name)
      switch entry.kind {
      case .directory: try synchronize(inner)
      case .file: try fileSystem.synchronize(inner)
      case .symbolicLink, .other: break
      }
    }
    try fileSystem.synchronize(path)
  }
}
