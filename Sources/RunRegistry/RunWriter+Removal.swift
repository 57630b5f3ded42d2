import Diagnostics
import RunModel

extension RunWriter {
  /// Removes what stands where a folder or file of this name must be: a file in place of a folder, or the reverse,
  /// or a link.
  func makeRoom(for filename: String) throws(RegistryError) {
    var names: [String] = []
    let parts = [RegistryLayout.artifacts] + filename.split(separator: "/").map(String.init)
    for part in parts {
      names.append(part)
      let path = FilePath.join(folder, names.joined(separator: "/"))
      guard let kind = entryKind(at: path) else { return }
      let isLast = names.count == parts.count
      if isLast ? kind == .directory : kind != .directory { try remove(path, kind) }
    }
  }

  /// Removes every file in the artifact folder that none of `artifacts` names, and folders left empty.
  func removeFiles(except artifacts: [Artifact]) throws(RegistryError) {
    let kept = Set(artifacts.map { ExactString($0.filename) })
    let top = FilePath.join(folder, RegistryLayout.artifacts)
    guard entryKind(at: top) == .directory else { return }
    _ = try removeFiles(in: top, below: "", except: kept)
  }

  /// Returns whether nothing is left in the folder; it is then removed.
  private func removeFiles(
    in path: String, below prefix: String, except kept: Set<ExactString>
  ) throws(RegistryError) -> Bool {
    var isEmpty = true
    for entry in try list(path) {
      let name = prefix + entry.name
      let entryPath = FilePath.join(path, entry.name)
      if entry.kind == .directory {
        let isGone = try removeFiles(in: entryPath, below: name + "/", except: kept)
        isEmpty = isEmpty && isGone
      } else if kept.contains(ExactString(name)) {
        isEmpty = false
      } else {
        try remove(entryPath, entry.kind)
      }
    }
    if isEmpty { try remove(path, .file) }
    return isEmpty
  }

  /// Removes a file or link, or a folder with all in it; links in it are removed, not followed.
  private func remove(_ path: String, _ kind: FileKind) throws(RegistryError) {
    if kind == .directory {
      for entry in try list(path) { try remove(FilePath.join(path, entry.name), entry.kind) }
    }
    do throws(FileSystemError) {
      try fileSystem.remove(path)
    } catch {
      throw RegistryError(error)
    }
  }

  private func list(_ path: String) throws(RegistryError) -> [DirectoryEntry] {
    do throws(FileSystemError) {
      return try fileSystem.list(path)
    } catch {
      throw RegistryError(error)
    }
  }

  /// The kind of the entry itself, not of what a link leads to; nil if there is none.
  private func entryKind(at path: String) -> FileKind? {
    let name = ExactString(FilePath.name(of: path))
    let entries = try? fileSystem.list(FilePath.parent(of: path))
    return entries?.first { ExactString($0.name) == name }?.kind
  }
}
