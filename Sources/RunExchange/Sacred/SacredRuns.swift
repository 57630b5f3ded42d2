package import Diagnostics
package import RunModel

/// What Sacred's `FileStorageObserver` leaves behind: a folder for each run, named by its id, with `run.json`.
package struct SacredRuns: RunImporter {
  package static let title = "Sacred’s file storage"
  private static let expected = "folders 1, 2 … with run.json"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    SourceFolder.hasRunFolder(path, in: fileSystem, depth: 2) { folder, entries, source in
      guard isRun(folder, entries, source), let head = source.head(FilePath.join(folder, SacredRun.record))
      else {
        return false
      }
      let text = String(decoding: head, as: UTF8.self)
      return text.utf8.first == UInt8(ascii: "{") && text.contains("\"experiment\"")
        && text.contains("\"command\"")
    }
  }

  package func load() throws(SourceError) -> RunCollection {
    guard fileSystem.isDirectory(path) else {
      throw SourceFolder.nothing(at: path, found: "no folder", expected: Self.expected)
    }
    var source = SourceFolder(path: path, fileSystem: fileSystem)
    let runs = source.runFolders(where: Self.isRun).map { SacredRun(folder: $0).read(&source) }
    return try source.collection(of: runs, title: Self.title, found: "no run.json", expected: Self.expected)
  }

  /// Whether a folder has the files of a run; `_sources` and `_resources` are none whatever they hold.
  private static func isRun(_ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder) -> Bool {
    let isShared = FilePath.name(of: source.absolute(folder)).utf8.first == UInt8(ascii: "_")
    return !isShared && entries.hasFile(SacredRun.record)
      && [SacredRun.configuration, SacredRun.metrics, SacredRun.output].contains { entries.hasFile($0) }
  }
}
