import Diagnostics

/// A zip file that is open, and how what is wrong with it is said.
struct ZipSource: Sendable {
  /// The file.
  let file: ReadableFile
  /// Its path as messages show it.
  let path: String

  /// `count` bytes from `offset` as fields.
  ///
  /// - Throws: ``FormatError`` if they are not there.
  func fields(at offset: Int, count: Int) throws(FormatError) -> LittleEndianBytes {
    LittleEndianBytes(try bytes(at: offset, count: count))
  }

  /// `count` bytes from `offset`.
  ///
  /// - Throws: ``FormatError`` if they are not there.
  func bytes(at offset: Int, count: Int) throws(FormatError) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= file.size, count <= file.size - offset else {
      throw error("a zip file that points outside of itself", expected: "a whole zip file")
    }
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try file.bytes(at: offset, count: count)
    } catch {
      throw FormatError(error, path: path)
    }
    guard bytes.count == count else {
      throw error("a file that became shorter while it was read", expected: "a file that stays as it is")
    }
    return bytes
  }

  /// The last bytes of the file, at most `count`.
  func tail(_ count: Int) throws(FormatError) -> [UInt8] {
    let length = min(count, file.size)
    return try bytes(at: file.size - length, count: length)
  }

  /// An error about the file.
  func error(_ found: String, expected: String) -> FormatError {
    FormatError(at: SourcePlace(path: path), found: found, expected: expected)
  }
}
