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
    var runs: [Run] = []
    var unnamed: [Int] = []
    for folder in source.runFolders(where: Self.isRun) {
      let (run, hasRecord) = SacredRun(folder: folder).read(&source)
      if !hasRecord { unnamed.append(runs.count) }
      runs.append(run)
    }
    Self.nameExperiments(of: unnamed, in: &runs)
    return try source.collection(of: runs, title: Self.title, found: "no run.json", expected: Self.expected)
  }

  /// Gives runs whose record cannot be read the experiment of the others, if they all have one and the same; otherwise
  /// they keep the name of their folder.
  private static func nameExperiments(of unnamed: [Int], in runs: inout [Run]) {
    let others = Set(runs.indices).subtracting(unnamed)
    let names = Set(others.map { runs[$0].id.experiment })
    guard names.count == 1, let name = names.first else { return }
    for index in unnamed { runs[index].id.experiment = name }
  }

  /// Whether a folder has the files of a run, whatever stands in the record's place; `_sources` and `_resources` are none whatever they hold.
  private static func isRun(_ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder) -> Bool {
    let isShared = FilePath.name(of: source.absolute(folder)).utf8.first == UInt8(ascii: "_")
    return !isShared
      && entries.contains { ExactString($0.name) == ExactString(SacredRun.record) }
      && entries.contains { entry in
        [SacredRun.configuration, SacredRun.metrics, SacredRun.output].contains {
          ExactString($0) == ExactString(entry.name)
        }
      }
  }
}
