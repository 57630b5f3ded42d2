package import Diagnostics
import FileFormats
package import RunModel

/// What Keras leaves behind: a log by `CSVLogger`, and beside it, as JSON, parameters, `History.history`, what
/// `evaluate` returned and the model.
///
/// A folder with one log, or with a history, is a run; where a folder holds several logs, each is one.
package struct KerasLogs: RunImporter {
  package static let title = "Keras logs"
  private static let expected = "CSVLogger's training.log, or history.json"
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
    if let file = opened.file { return CSVLoggerHead(of: file, in: opened.folder) != nil }
    return SourceFolder.hasRunFolder(path, in: fileSystem) { folder, entries, source in
      !logs(in: folder, entries, source).isEmpty || KerasHistory.isHere(folder, entries, source)
    }
  }

  package func load() throws(SourceError) -> RunCollection {
    var (source, file) = try SourceFolder.opening(path, in: fileSystem, expected: Self.expected)
    var runs: [Run] = []
    if let file {
      if CSVLoggerHead(of: file, in: source) != nil {
        runs.append(KerasRun(folder: "", log: file, isAlone: true).read(&source))
      }
    } else {
      source.walk { source, folder, entries in
        let logs = Self.logs(in: folder, entries, source)
        let broken = Self.reportBroken(in: folder, entries, logs, &source)
        let hasHistory = logs.isEmpty && (broken || KerasHistory.isHere(folder, entries, source))
        if hasHistory { runs.append(KerasRun(folder: folder, log: nil, isAlone: true).read(&source)) }
        for log in logs {
          runs.append(KerasRun(folder: folder, log: log, isAlone: logs.count == 1).read(&source))
        }
        return logs.isEmpty && !hasHistory
      }
    }
    return try source.collection(
      of: runs, title: Self.title, found: "no log whose first column is epoch", expected: Self.expected)
  }

  /// Says that what has the usual name of a log is none.
  ///
  /// - Returns: Whether the folder is a run nevertheless: the log is empty, as it is until the first epoch ends, or
  ///   parameters or results lie beside it.
  private static func reportBroken(
    in folder: String, _ entries: [DirectoryEntry], _ logs: [String], _ source: inout SourceFolder
  ) -> Bool {
    guard !logs.contains(where: { ExactString($0) == ExactString(usualName) }),
      let entry = entries.first(where: { ExactString($0.name) == ExactString(usualName) })
    else {
      return false
    }
    let name = FilePath.join(folder, usualName)
    let isFile = source.offers(name)
    let isEmpty = isFile && source.head(name, count: 1)?.isEmpty == true
    if isFile {
      source.report(
        .warning, "no-log", at: name, isEmpty ? "an empty file" : "no column epoch with whole numbers",
        "a log by CSVLogger", "Nothing of it is shown.")
    }
    return isEmpty || (entry.kind != .directory && KerasRun.besideLog.contains { entries.hasFile($0) })
  }

  private static let usualName = "training.log"

  private static func logs(
    in folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder
  ) -> [String] {
    entries.fileNames.filter { CSVLoggerHead(of: FilePath.join(folder, $0), in: source) != nil }
  }
}
