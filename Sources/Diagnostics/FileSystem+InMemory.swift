import Synchronization

extension FileSystem {
  /// A tree held in memory: path → content. Folders are implied by the paths; `/` is the root.
  ///
  /// ```swift
  /// let files = FileSystem.inMemory(["/runs/a/notes.md": "Fine."])
  /// try files.list("/runs").map(\.name)  // ["a"]
  /// ```
  public static func inMemory(_ texts: [String: String]) -> FileSystem {
    inMemory(bytes: texts.mapValues { Array($0.utf8) })
  }

  /// A tree of bytes held in memory.
  public static func inMemory(bytes files: [String: [UInt8]]) -> FileSystem {
    let tree = MemoryTree(files)
    return FileSystem(
      attributes: { path throws(FileSystemError) in try tree.attributes(path) },
      list: { path throws(FileSystemError) in try tree.list(path) },
      open: { path throws(FileSystemError) in try tree.open(path) },
      resolve: { path throws(FileSystemError) in
        _ = try tree.attributes(path)
        return MemoryTree.normal(path)
      },
      write: { bytes, path throws(FileSystemError) in tree.write(bytes, path) },
      createDirectory: { path throws(FileSystemError) in tree.createDirectory(path) },
      remove: { path throws(FileSystemError) in try tree.remove(path) },
      rename: { from, to throws(FileSystemError) in try tree.rename(from, to) })
  }
}

/// The state behind ``FileSystem/inMemory(_:)``. Keys are normal absolute paths.
private final class MemoryTree: Sendable {
  private struct State {
    var files: [ExactString: [UInt8]] = [:]
    var folders: Set<ExactString> = ["/"]
  }

  private let state: Mutex<State>

  init(_ files: [String: [UInt8]]) {
    var start = State()
    for (path, bytes) in files {
      start.files[ExactString(Self.normal(path))] = bytes
      Self.addFolders(above: Self.normal(path), to: &start)
    }
    state = Mutex(start)
  }

  func attributes(_ path: String) throws(FileSystemError) -> FileAttributes {
    let key = ExactString(Self.normal(path))
    let found = state.withLock { state -> FileAttributes? in
      if let bytes = state.files[key] { return FileAttributes(kind: .file, size: bytes.count, modified: 0) }
      return state.folders.contains(key) ? FileAttributes(kind: .directory, size: 0, modified: 0) : nil
    }
    guard let found else { throw FileSystemError(.notFound, path: path) }
    return found
  }

  func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    guard try attributes(path).kind == .directory else { throw FileSystemError(.wrongKind, path: path) }
    let folder = Self.normal(path)
    return state.withLock { state in
      let files = state.files.keys.filter { FilePath.parent(of: $0.text) == folder }
        .map { DirectoryEntry(name: FilePath.name(of: $0.text), kind: .file) }
      let folders = state.folders.filter { $0 != "/" && FilePath.parent(of: $0.text) == folder }
        .map { DirectoryEntry(name: FilePath.name(of: $0.text), kind: .directory) }
      return (files + folders).sorted { ExactString($0.name) < ExactString($1.name) }
    }
  }

  func open(_ path: String) throws(FileSystemError) -> ReadableFile {
    guard let bytes = state.withLock({ $0.files[ExactString(Self.normal(path))] }) else {
      let isThere = (try? attributes(path)) != nil
      throw FileSystemError(isThere ? .wrongKind : .notFound, path: path)
    }
    return ReadableFile(size: bytes.count) { offset, buffer throws(FileSystemError) in
      let count = max(0, min(buffer.count, bytes.count - offset))
      if count > 0 { bytes[offset..<offset + count].withUnsafeBytes { buffer.copyMemory(from: $0) } }
      return count
    }
  }

  func write(_ bytes: [UInt8], _ path: String) {
    state.withLock { state in
      state.files[ExactString(Self.normal(path))] = bytes
      Self.addFolders(above: Self.normal(path), to: &state)
    }
  }

  func createDirectory(_ path: String) {
    state.withLock { Self.addFolders(above: Self.normal(path) + "/.", to: &$0) }
  }

  func remove(_ path: String) throws(FileSystemError) {
    let key = ExactString(Self.normal(path))
    let removed = state.withLock { state in
      state.files.removeValue(forKey: key) != nil || state.folders.remove(key) != nil
    }
    guard removed else { throw FileSystemError(.notFound, path: path) }
  }

  func rename(_ from: String, _ to: String) throws(FileSystemError) {
    let source = Self.normal(from)
    let target = Self.normal(to)
    let moved = state.withLock { state -> Bool in
      var any = false
      for (key, bytes) in state.files where key.text == source || key.text.hasPrefix(source + "/") {
        state.files.removeValue(forKey: key)
        state.files[ExactString(target + key.text.dropFirst(source.count))] = bytes
        any = true
      }
      for key in state.folders where key.text == source || key.text.hasPrefix(source + "/") {
        state.folders.remove(key)
        state.folders.insert(ExactString(target + key.text.dropFirst(source.count)))
        any = true
      }
      return any
    }
    guard moved else { throw FileSystemError(.notFound, path: from) }
  }

  /// `path` from the root, without empty, `.` and `..` components.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func addFolders(above path: String, to state: inout State) {
    var folder = FilePath.parent(of: path)
    while folder != "/", state.folders.insert(ExactString(folder)).inserted {
      folder = FilePath.parent(of: folder)
    }
  }
}
