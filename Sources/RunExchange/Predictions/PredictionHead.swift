import Diagnostics
import FileFormats

/// The beginning of a file that may hold predictions.
enum PredictionHead {
  private static let byteLimit = 1 << 18

  /// What stands behind the stem of a name, if files of that name may hold predictions: `.csv`, `.jsonl.gz`.
  static func suffix(of path: String) -> String? {
    let name = FilePath.name(of: path)
    let stem = FileStem.of(name)
    let suffix = String(decoding: name.utf8.dropFirst(stem.utf8.count), as: UTF8.self)
    let known = [".csv", ".tsv", ".tab", ".jsonl", ".ndjson"]
    return known.contains(suffix) || known.contains { $0 + ".gz" == suffix } || suffix == ".npz"
      ? suffix : nil
  }

  /// The names of the columns, fields or arrays of a file; nil if its beginning is nothing of the kind.
  ///
  /// Only the first line is looked at, of an NPZ file the list of its arrays.
  static func names(of name: String, in source: SourceFolder) -> [String]? {
    guard let suffix = suffix(of: name), source.hasFile(name),
      let file = try? source.fileSystem.open(source.absolute(name))
    else { return nil }
    if suffix == ".npz" { return arrayNames(file, name) }
    guard let head = head(of: file, name, isCompressed: suffix.utf8.count > 3 && suffix.hasSuffix(".gz"))
    else { return nil }
    if suffix.hasPrefix(".jsonl") || suffix.hasPrefix(".ndjson") { return memberNames(head) }
    let delimiter = suffix.hasPrefix(".csv") ? UInt8(ascii: ",") : UInt8(ascii: "\t")
    return try? DelimitedReader(Self.file(of: head), path: name, delimiter: delimiter).header().names
  }

  private static func head(of file: ReadableFile, _ name: String, isCompressed: Bool) -> [UInt8]? {
    isCompressed
      ? try? GzipReader.beginning(of: file, path: name, count: byteLimit)
      : try? file.bytes(at: 0, count: byteLimit)
  }

  private static func arrayNames(_ file: ReadableFile, _ name: String) -> [String]? {
    guard let archive = try? ZipArchive(file, path: name) else { return nil }
    return archive.entries.map {
      $0.name.hasSuffix(".npy") ? String(decoding: $0.name.utf8.dropLast(4), as: UTF8.self) : $0.name
    }
  }

  /// The names of the first object; where it is cut off, those before that.
  private static func memberNames(_ head: [UInt8]) -> [String]? {
    head.withUnsafeBufferPointer { buffer in
      let valid = UTF8Validity.firstInvalidByte(in: buffer) ?? buffer.count
      var cursor = JSONCursor(UnsafeBufferPointer(rebasing: buffer[..<valid]))
      cursor.skipByteOrderMark()
      guard (try? cursor.peek()) == .object else { return nil }
      var names: [String] = []
      do throws(JSONFault) {
        try cursor.object { cursor, name, _ throws(JSONFault) in
          names.append(cursor.decode(name).string)
          try cursor.skip()
        }
      } catch {
        // The line goes on beyond what was read, or is broken: what will read the file says so.
        return names
      }
      return names
    }
  }

  private static func file(of bytes: [UInt8]) -> ReadableFile {
    ReadableFile(size: bytes.count) { offset, buffer throws(FileSystemError) in
      let count = max(0, min(buffer.count, bytes.count - offset))
      if count > 0 {
        bytes[offset..<offset + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
      }
      return count
    }
  }
}
