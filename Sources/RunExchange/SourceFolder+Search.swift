import Diagnostics

extension SourceFolder {
  /// Visits the source's folder, as `""`, and those below it.
  ///
  /// Links to folders are not followed; folders whose name begins with a full stop are passed over.
  ///
  /// - Parameters:
  ///   - depth: How many folders deep; 0 looks at the source alone.
  ///   - limit: How many folders are visited; where there are more, a diagnostic says so.
  ///   - visit: Is given the path of a folder and what it holds; returns whether to look below it.
  mutating func walk(
    depth: Int = 4, limit: Int = 100_000,
    _ visit: (_ source: inout SourceFolder, _ folder: String, _ entries: [DirectoryEntry]) -> Bool
  ) {
    var waiting = [(path: "", level: 0)]
    var visited = 0
    while let (folder, level) = waiting.popLast() {
      guard visited < limit else {
        report(
          .warning, "too-many-folders", at: "", "more than \(limit) folders",
          "fewer folders in one source", "The rest is left out.")
        break
      }
      visited += 1
      let entries = entries(folder)
      guard visit(&self, folder, entries), level < depth else { continue }
      for entry in entries.reversed()
      where entry.kind == .directory && entry.name.utf8.first != UInt8(ascii: ".") {
        waiting.append((FilePath.join(folder, entry.name), level + 1))
      }
    }
  }

  /// The folders at and below the source that `isRun` takes for runs, sorted by their bytes.
  ///
  /// Nothing is looked for below a folder that is one.
  mutating func runFolders(
    depth: Int = 4,
    where isRun: (_ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder) -> Bool
  ) -> [String] {
    var found: [String] = []
    walk(depth: depth) { source, folder, entries in
      guard isRun(folder, entries, source) else { return true }
      found.append(folder)
      return false
    }
    return found.sorted { ExactString($0) < ExactString($1) }
  }

  /// Whether any folder at or below `path` is what `isRun` looks for, few levels deep and among few folders.
  ///
  /// A registry of runs is never one.
  static func hasRunFolder(
    _ path: String, in fileSystem: FileSystem, depth: Int = 3,
    where isRun: (_ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder) -> Bool
  ) -> Bool {
    guard fileSystem.isDirectory(path), !isRegistry(path, in: fileSystem) else { return false }
    var source = SourceFolder(path: path, fileSystem: fileSystem)
    var isFound = false
    source.walk(depth: depth, limit: 500) { source, folder, entries in
      isFound = isFound || isRun(folder, entries, source)
      return !isFound
    }
    return isFound
  }

  /// Whether `path` is a registry as experiment-results-manager makes it.
  static func isRegistry(_ path: String, in fileSystem: FileSystem) -> Bool {
    fileSystem.exists(FilePath.join(path, ".erm_registry.json"))
  }

  /// Up to `count` bytes from the beginning of a file; none if it cannot be read or leads out of the folder.
  func head(_ name: String, count: Int = 1 << 16) -> [UInt8]? {
    guard hasFile(name) else { return nil }
    return try? fileSystem.open(absolute(name)).bytes(at: 0, count: count)
  }
}

extension [DirectoryEntry] {
  /// Whether a file, or a link that may lead to one, has this name.
  func hasFile(_ name: String) -> Bool {
    contains { ($0.kind == .file || $0.kind == .symbolicLink) && ExactString($0.name) == ExactString(name) }
  }

  /// Whether a folder has this name.
  func hasFolder(_ name: String) -> Bool {
    contains { $0.kind == .directory && ExactString($0.name) == ExactString(name) }
  }

  /// The names of the files, and of links that may lead to some, that do not begin with a full stop.
  var fileNames: [String] {
    compactMap {
      ($0.kind == .file || $0.kind == .symbolicLink) && $0.name.utf8.first != UInt8(ascii: ".")
        ? $0.name : nil
    }
  }
}
