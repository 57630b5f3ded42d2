import Diagnostics

/// A folder of this machine that only a mirror or a staging writes into.
struct LocalTree: Sendable {
  /// The folder.
  let path: String
  /// Where it is.
  let fileSystem: FileSystem

  /// A file, or a link, below the folder.
  struct Entry: Hashable, Sendable {
    /// The path from the folder.
    var path: String
    /// The bytes; nil of what is no regular file.
    var size: Int?
  }

  /// All files below the folder `name`, links among them, sorted by path; empty if there is no such folder.
  func files(below name: String = "") throws(FileSystemError) -> [Entry] {
    var found: [Entry] = []
    var folders = fileSystem.isDirectory(FilePath.join(path, name)) ? [name] : []
    while let folder = folders.popLast() {
      for entry in try fileSystem.list(FilePath.join(path, folder)) {
        let inner = FilePath.join(folder, entry.name)
        switch entry.kind {
        case .directory: folders.append(inner)
        case .file:
          found.append(Entry(path: inner, size: try fileSystem.attributes(FilePath.join(path, inner)).size))
        case .symbolicLink, .other: found.append(Entry(path: inner))
        }
      }
    }
    return found.sorted { ExactString($0.path) < ExactString($1.path) }
  }

  /// Removes a file, and the folders above it that it leaves empty.
  func remove(_ name: String) throws(FileSystemError) {
    try fileSystem.remove(FilePath.join(path, name))
    var above = FilePath.parent(of: name)
    while above != ".", above != "/", (try? fileSystem.remove(FilePath.join(path, above))) != nil {
      above = FilePath.parent(of: above)
    }
  }

  /// Removes the folder with all that is in it; links are removed and not followed.
  func removeAll() throws(FileSystemError) {
    guard fileSystem.isDirectory(path) else { return }
    var folders = [path]
    var visited: [String] = []
    while let folder = folders.popLast() {
      visited.append(folder)
      for entry in try fileSystem.list(folder) {
        let inner = FilePath.join(folder, entry.name)
        if entry.kind == .directory { folders.append(inner) } else { try fileSystem.remove(inner) }
      }
    }
    for folder in visited.reversed() { try fileSystem.remove(folder) }
  }

  /// Moves a file from another tree of the same volume to its place in this one, replacing what is there.
  func take(_ name: String, from other: LocalTree) throws(FileSystemError) {
    let target = FilePath.join(path, name)
    let folder = FilePath.parent(of: target)
    try fileSystem.createDirectory(folder)
    guard fileSystem.isInside(folder, folder: path) else {
      throw FileSystemError(.wrongKind, path: folder, detail: "a link that leads out of the mirror")
    }
    try fileSystem.rename(FilePath.join(other.path, name), target)
  }
}
