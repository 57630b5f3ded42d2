import Diagnostics
import FileFormats

extension WandBLog {
  /// What the file `name` of `folder` says; nil with a diagnostic if it is none of wandb's or cannot be read.
  static func read(_ name: String, in folder: inout SourceFolder) -> WandBLog? {
    guard folder.hasFile(name) else {
      folder.report(
        .error, "unreadable-file", at: name, "no regular file in the folder", "a file",
        "The run is left out.")
      return nil
    }
    do throws(FormatError) {
      return try records(name, in: &folder)
    } catch {
      folder.add(error, "unreadable-file", severity: .error, consequence: "The run is left out.")
      return nil
    }
  }

  private static func records(
    _ name: String, in folder: inout SourceFolder
  ) throws(FormatError) -> WandBLog {
    let file: ReadableFile
    let head: [UInt8]
    do throws(FileSystemError) {
      file = try folder.fileSystem.open(folder.absolute(name))
      head = try file.bytes(at: 0, count: headerSize)
    } catch {
      throw FormatError(error, path: name)
    }
    guard head.count == headerSize, head.starts(with: magic) else {
      throw FormatError(
        at: SourcePlace(path: name), found: head.isEmpty ? "an empty file" : "another beginning",
        expected: "“:W&B” and a version")
    }
    if file.size > ImportLimit.logBytes {
      folder.report(
        .warning, "too-large", at: name, "\(file.size) bytes", "at most \(ImportLimit.logBytes)",
        "What is behind them is left out.")
    }
    var log = WandBLog()
    var blocks = BlockedLog(
      file, path: name, start: headerSize, end: min(file.size, ImportLimit.logBytes))
    while let event = try blocks.next() {
      switch event {
      case .record(let bytes): log.take(bytes, name, &folder)
      case .damage(let found):
        folder.report(
          .warning, "damaged-record", at: name, found, "a record with its check sum",
          "What it says is left out.")
      case .cutOff:
        folder.report(
          .note, "cut-off-record", at: name, "a record that is cut off at the end", "a whole record",
          "It is left out: the log may still be written.")
      }
    }
    log.reportLosses(name, &folder)
    return log
  }

  private mutating func take(_ bytes: [UInt8], _ name: String, _ folder: inout SourceFolder) {
    do throws(WireReader.Fault) {
      apply(try WandBRecord(bytes[...]))
    } catch {
      folder.report(
        .warning, "damaged-record", at: name, "\(error.found) in a record of \(bytes.count) bytes",
        "a protobuf message", "The record is left out.")
    }
  }

  private func reportLosses(_ name: String, _ folder: inout SourceFolder) {
    let unread = unreadCount + history.unreadCount
    if unread > 0 {
      folder.report(
        .warning, "invalid-value", at: name, "values that are no JSON or too large: \(unread)",
        "JSON of at most \(ImportLimit.valueBytes) bytes", "They are left out.")
    }
    if history.leftOutCount > 0 {
      folder.report(
        .warning, "too-many-points", at: name, "more points than are kept of a run",
        "at most \(ImportLimit.historyPoints) of a metric and \(WandBHistory.pointLimit) of all",
        "\(history.leftOutCount) between the first and the latest of a metric are left out.")
    }
  }
}
