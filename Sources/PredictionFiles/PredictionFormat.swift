import Diagnostics
import FileFormats

/// The formats of prediction files.
enum PredictionFormat: Hashable, Sendable {
  /// Cells separated by commas.
  case commaSeparated
  /// Cells separated by tabs.
  case tabSeparated
  /// One JSON object per line.
  case jsonLines

  /// The format of a file, by the extension of its name, otherwise by how it begins.
  ///
  /// - Throws: ``PredictionFileError`` for a file that begins as formats do that are not read here.
  static func recognise(_ file: ReadableFile, path: String) throws(PredictionFileError) -> PredictionFormat {
    let head: [UInt8]
    do throws(FileSystemError) {
      head = try file.bytes(at: 0, count: 1 << 12)
    } catch {
      throw PredictionFileError(FormatError(error, path: path))
    }
    if let name = binaryFormat(head) {
      throw PredictionFileError(
        .unknownPredictionFormat, at: SourcePlace(path: path), found: name,
        expected: "a CSV, TSV or JSON lines file")
    }
    switch FilePath.fileExtension(of: path) {
    case "csv": return .commaSeparated
    case "tsv", "tab": return .tabSeparated
    case "jsonl", "ndjson": return .jsonLines
    default: return byContent(head)
    }
  }

  private static func byContent(_ head: [UInt8]) -> PredictionFormat {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let firstLine = text.prefix { $0 != UInt8(ascii: "\n") }
    if firstLine.first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "{") { return .jsonLines }
    let hasTab = firstLine.contains(UInt8(ascii: "\t"))
    return hasTab && !firstLine.contains(UInt8(ascii: ",")) ? .tabSeparated : .commaSeparated
  }

  private static func binaryFormat(_ head: [UInt8]) -> String? {
    if head.starts(with: [0x1F, 0x8B]) { return "a gzip file" }
    if head.starts(with: Array("PK\u{3}\u{4}".utf8)) { return "a zip or NPZ file" }
    if head.starts(with: [0x93] + Array("NUMPY".utf8)) { return "an NPY file" }
    return nil
  }
}
