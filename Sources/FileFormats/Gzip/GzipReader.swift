package import Diagnostics

/// Decompresses gzip files (RFC 1952) into memory.
///
/// ```swift
/// let content = try GzipReader.decompress(try files.open("log.csv.gz"), path: "log.csv.gz")
/// content.file.size
/// ```
///
/// A file may have several members one after another, which are one text. Check sums and lengths are checked. As
/// `gzip` does, zeros behind the last member are passed over in silence.
package enum GzipReader {
  /// Whether a file that begins with these bytes is a gzip file.
  package static func isGzip(_ head: some Collection<UInt8>) -> Bool {
    head.starts(with: [0x1F, 0x8B])
  }

  /// The content of a file.
  ///
  /// - Throws: ``FormatError`` when the file cannot be read, ends too early, is corrupt, or becomes more than `limit`
  ///   allows.
  package static func decompress(
    _ file: ReadableFile, path: String, limit: ExpansionLimit = .standard
  ) throws(FormatError) -> GzipContent {
    let byteLimit = limit.bytes(from: file.size)
    var window = FileWindow(file, path: path, range: 0..<file.size)
    var bytes = InflatedBytes(limit: byteLimit)
    let stream = InflateStream(.gzip)
    while true {
      switch try bytes.append(stream, from: &window) {
      case .ended: break
      case .truncated:
        throw FormatError(
          at: SourcePlace(path: path), found: "a gzip file that ends after \(file.size) bytes, in the middle",
          expected: "a whole file")
      case .corrupt(let reason):
        throw FormatError(
          at: SourcePlace(path: path),
          found: "a gzip file that is corrupt before byte \(window.position) (\(reason))",
          expected: "compressed data with the right check sum")
      case .tooLong:
        throw FormatError(
          at: SourcePlace(path: path), found: "a gzip file that becomes more than \(byteLimit) bytes",
          expected: "at most \(limit.ratio) times its size, and \(limit.ceiling) bytes")
      }
      if let trailing = try trailing(&window, file, path: path) {
        return GzipContent(file: bytes.file(), trailingByteCount: trailing)
      }
      stream.reset()
    }
  }

  /// How many bytes are left that are no member; none if another member begins.
  private static func trailing(
    _ window: inout FileWindow, _ file: ReadableFile, path: String
  ) throws(FormatError) -> Int? {
    while try window.fill() {
      let isAllZero = window.take { bytes in
        let zeros = bytes.prefix { $0 == 0 }.count
        return (zeros, zeros == bytes.count)
      }
      if isAllZero { continue }
      do throws(FileSystemError) {
        let head = try file.bytes(at: window.position, count: 2)
        return isGzip(head) ? nil : file.size - window.position
      } catch {
        throw FormatError(error, path: path)
      }
    }
    return 0
  }
}
