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
  /// One array by numpy.
  case numPy
  /// A zip file of arrays by numpy.
  case zippedArrays

  /// The format of a file: a binary one by how it begins, else by the extension of its name, else by how it begins.
  ///
  /// - Throws: ``PredictionFileError`` if the file cannot be read, or is compressed once more.
  static func recognise(_ file: ReadableFile, path: String) throws(PredictionFileError) -> PredictionFormat {
    let head: [UInt8]
    do throws(FileSystemError) {
      head = try file.bytes(at: 0, count: 1 << 12)
    } catch {
      throw PredictionFileError(FormatError(error, path: path))
    }
    if GzipReader.isGzip(head) {
      throw PredictionFileError(
        .unknownPredictionFormat, at: SourcePlace(path: path), found: "a gzip file in a gzip file",
        expected: "a CSV, TSV or JSON lines file, compressed once")
    }
    if ZipArchive.isZip(head) { return .zippedArrays }
    if NumPyArray.isNumPy(head) { return .numPy }
    switch FilePath.fileExtension(of: path) {
    case "csv": return .commaSeparated
    case "tsv", "tab": return .tabSeparated
    case "jsonl", "ndjson": return .jsonLines
    case "npz": return .zippedArrays
    case "npy": return .numPy
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
}
