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
    var folders = Self.fileNamesMetrics(opened) ? [""] : []
    if opened.file == nil {
      source.walk { source, folder, entries in
        if Self.isRun(folder, entries, source) || Self.isBrokenRun(folder, entries, source) {
          folders.append(folder)
          return false
        }
        Self.reportOther(folder, entries, &source)
        return true
      }
      folders.sort { ExactString($0) < ExactString($1) }
    }
    let runs = folders.map { LightningRun(folder: $0).read(&source) }
    return try source.collection(
      of: runs, title: Self.title, found: "no metrics.csv with a column step", expected: Self.expected)
  }

  /// Whether the source is a log, given as a file.
  private static func fileNamesMetrics(_ opened: (folder: SourceFolder, file: String?)) -> Bool {
    guard let file = opened.file, ExactString(file) == ExactString(LightningRun.log) else { return false }
    return hasSteps(file, opened.folder)
  }

  /// Whether a folder holds a log with a column `step`; a version without any log yet, or with one that is empty or
  /// broken, has hyperparameters at least.
  private static func isRun(
    _ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder
  ) -> Bool {
    if entries.hasFile(LightningRun.log), hasSteps(FilePath.join(folder, LightningRun.log), source) {
      return true
    }
    return isVersion(folder, source) && entries.hasFile(LightningRun.parameters)
  }

  /// Whether a folder is a run among others though its log tells nothing: by its name, or by the names of its files.
  private static func isBrokenRun(
    _ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder
  ) -> Bool {
    entries.contains { ExactString($0.name) == ExactString(LightningRun.log) }
      && (isVersion(folder, source) || entries.hasFile(LightningRun.parameters))
  }

  private static func isVersion(_ folder: String, _ source: SourceFolder) -> Bool {
    FilePath.name(of: source.absolute(folder)).utf8.starts(with: "version_".utf8)
  }

  /// Says that a folder which is no run holds something with the name of a log.
  private static func reportOther(
    _ folder: String, _ entries: [DirectoryEntry], _ source: inout SourceFolder
  ) {
    guard entries.contains(where: { ExactString($0.name) == ExactString(LightningRun.log) }) else { return }
    source.report(
      .warning, "no-log", at: FilePath.join(folder, LightningRun.log), "no column step",
      "a log with steps", "It is passed over.")
  }

  private static func hasSteps(_ name: String, _ source: SourceFolder) -> Bool {
    guard let head = source.head(name) else { return false }
    let line = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let columns = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return columns.count > 1 && columns.contains { $0.elementsEqual("step".utf8) }
      && !columns.contains { $0.elementsEqual("timestamp".utf8) }
  }
}
