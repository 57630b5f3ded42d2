package import Diagnostics
package import RunModel

/// What DVCLive leaves behind: folders with `dvclive/metrics.json`, `dvclive/params.yaml` and `dvclive/plots/`.
///
/// A folder that holds `dvclive` is a run; so is one of another name that is built like it.
package struct DVCLiveLogs: RunImporter {
  package static let title = "DVCLive logs"
  private static let expected = "folders with dvclive/metrics.json"
  private static let usualName = "dvclive"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    SourceFolder.hasRunFolder(path, in: fileSystem) { folder, entries, source in
      inner(of: folder, entries, source) != nil
    } || folderAbove(path, in: fileSystem) != nil
  }

  package func load() throws(SourceError) -> RunCollection {
    guard fileSystem.isDirectory(path) else {
      throw SourceFolder.nothing(at: path, found: "no folder", expected: Self.expected)
    }
    let path = Self.folderAbove(path, in: fileSystem) ?? path
    var source = SourceFolder(path: path, fileSystem: fileSystem)
    var runs: [Run] = []
    source.walk { source, folder, entries in
      guard let inner = Self.inner(of: folder, entries, source) else { return true }
      runs.append(DVCLiveRun(folder: folder, inner: inner).read(&source))
      return false
    }
    return try source.collection(
      of: runs, title: Self.title, found: "no such folder", expected: Self.expected)
  }

  /// The folder that holds `path`, if that is itself a run's `dvclive`: a run is named for the folder around it.
  private static func folderAbove(_ path: String, in fileSystem: FileSystem) -> String? {
    let isNamed = FilePath.name(of: path) == usualName
    guard let full = isNamed ? path : try? fileSystem.resolve(path), FilePath.name(of: full) == usualName
    else {
      return nil
    }
    let parent = FilePath.parent(of: full)
    let source = SourceFolder(path: parent, fileSystem: fileSystem)
    return isLive(usualName, source) ? parent : nil
  }

  /// Where in a run's folder the logs are: `dvclive`, or `""` for the folder itself; nil if it is no run.
  private static func inner(
    of folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder
  ) -> String? {
    if entries.hasFolder(usualName), isLive(FilePath.join(folder, usualName), source) { return usualName }
    guard entries.hasFile(DVCLiveRun.metrics), entries.hasFolder("plots"),
      source.fileSystem.isDirectory(source.absolute(FilePath.join(folder, DVCLiveRun.histories)))
    else { return nil }
    return ""
  }

  private static func isLive(_ folder: String, _ source: SourceFolder) -> Bool {
    source.hasFile(FilePath.join(folder, DVCLiveRun.metrics))
      || source.hasFile(FilePath.join(folder, DVCLiveRun.parameters))
      || source.fileSystem.isDirectory(source.absolute(FilePath.join(folder, DVCLiveRun.histories)))
  }
}
