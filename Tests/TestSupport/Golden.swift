import Foundation
public import Testing

/// Compares what a test made with a file under `Tests/Goldens`.
///
/// With `RECORD_GOLDENS=1` in the environment the file is written instead, and the test fails to say so: a run
/// that records proves nothing. On a difference the text is left beside the golden as `….actual`.
public enum Golden {
  /// Records an issue unless `actual` is what `Tests/Goldens/<name>` holds.
  public static func check(_ actual: String, _ name: String, at place: SourceLocation = #_sourceLocation) {
    check(Array(actual.utf8), name, at: place)
  }

  /// Records an issue unless `actual` are the bytes of `Tests/Goldens/<name>`.
  public static func check(_ actual: [UInt8], _ name: String, at place: SourceLocation = #_sourceLocation) {
    let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
    if let message = compare(actual, with: folder + "/" + name, isRecording: isRecording) {
      Issue.record("golden \(name): \(message)", sourceLocation: place)
    }
  }

  private static let folder = Fixture.packageFolder + "/Tests/Goldens"

  /// What to tell the reader, or nothing if the file at `path` holds `actual` and nothing was recorded.
  static func compare(_ actual: [UInt8], with path: String, isRecording: Bool) -> String? {
    let file = URL(filePath: path)
    let leftover = URL(filePath: path + ".actual")
    do {
      if isRecording {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual).write(to: file)
        try? FileManager.default.removeItem(at: leftover)
        return "recorded; look at it, then run again without RECORD_GOLDENS"
      }
      guard let golden = try? Data(contentsOf: file) else {
        return "is not there; record it with RECORD_GOLDENS=1"
      }
      guard golden.elementsEqual(actual) else {
        try Data(actual).write(to: leftover)
        return firstDifference(actual: actual, golden: [UInt8](golden))
          + "; see \(leftover.lastPathComponent)"
      }
      try? FileManager.default.removeItem(at: leftover)
      return nil
    } catch {
      return "cannot be written: \(error)"
    }
  }

  /// The first line that differs, as it should be and as it is, each cut to what a terminal shows.
  static func firstDifference(actual: [UInt8], golden: [UInt8]) -> String {
    let actualLines = actual.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let goldenLines = golden.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let shared = min(actualLines.count, goldenLines.count)
    let line = (0..<shared).first { actualLines[$0] != goldenLines[$0] } ?? shared
    let from = max(0, firstDifferentByte(actualLines, goldenLines, line: line) - 60)
    return "line \(line + 1) differs\n  golden: \(excerpt(goldenLines, line, from))"
      + "\n  actual: \(excerpt(actualLines, line, from))\n "
  }

  private static func firstDifferentByte(
    _ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>], line: Int
  ) -> Int {
    guard line < left.count, line < right.count else { return 0 }
    return zip(left[line], right[line]).prefix { $0 == $1 }.count
  }

  private static func excerpt(_ lines: [ArraySlice<UInt8>], _ line: Int, _ from: Int) -> String {
    guard line < lines.count else { return "(no such line)" }
    let text = String(decoding: lines[line].dropFirst(from).prefix(160), as: UTF8.self)
    return (from > 0 ? "…" : "") + text + (lines[line].count > from + 160 ? "…" : "")
  }
}
