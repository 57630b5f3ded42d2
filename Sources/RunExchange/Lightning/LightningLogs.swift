package import Diagnostics
import FileFormats
package import RunModel

/// What Lightning's `CSVLogger` leaves behind: `lightning_logs/version_<n>/` with `metrics.csv` and `hparams.yaml`.
///
/// Each version is a run; the folder that holds the versions names the experiment.
package struct LightningLogs: RunImporter {
  package static let title = "Lightning CSV logs"
  private static let expected = "folders version_0, version_1 … with metrics.csv"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    guard let opened = try? SourceFolder.opening(path, in: fileSystem, expected: expected) else {
      return false
    }
    if opened.file != nil { return fileNamesMetrics(opened) }
    return SourceFolder.hasRunFolder(path, in: fileSystem, where: isRun)
  }

  package func load() throws(SourceError) -> RunCollection {
    let opened = try SourceFolder.opening(path, in: fileSystem, expected: Self.expected)
    var source = opened.folder
    let folders =
      opened.file == nil ? source.runFolders(where: Self.isRun) : Self.fileNamesMetrics(opened) ? [""] : []
    let runs = folders.map { LightningRun(folder: $0).read(&source) }
    return try source.collection(
      of: runs, title: Self.title, found: "no metrics.csv with a column step", expected: Self.expected)
  }

  /// Whether the source is a log, given as a file.
  private static func fileNamesMetrics(_ opened: (folder: SourceFolder, file: String?)) -> Bool {
    guard let file = opened.file, ExactString(file) == ExactString(LightningRun.log) else { return false }
    return hasSteps(file, opened.folder)
  }

  /// Whether a folder holds a log with a column `step`; a version without any log yet has hyperparameters at least.
  private static func isRun(
    _ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder
  ) -> Bool {
    if entries.hasFile(LightningRun.log) { return hasSteps(FilePath.join(folder, LightningRun.log), source) }
    let name = FilePath.name(of: source.absolute(folder))
    return name.utf8.starts(with: "version_".utf8) && entries.hasFile(LightningRun.parameters)
  }

  private static func hasSteps(_ name: String, _ source: SourceFolder) -> Bool {
    guard let head = source.head(name) else { return false }
    let line = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let columns = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return columns.count > 1 && columns.contains { $0.elementsEqual("step".utf8) }
      && !columns.contains { $0.elementsEqual("timestamp".utf8) }
  }
}
