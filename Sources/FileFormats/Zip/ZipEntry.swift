/// A file within a zip file.
package struct ZipEntry: Hashable, Sendable {
  /// How an entry's bytes are kept.
  enum Method: Hashable, Sendable {
    /// As they are.
    case stored
    /// Compressed by the method of gzip.
    case deflated
  }

  /// The name as it is written, which may be a path; nothing is ever written under it.
  package let name: String
  /// The number of bytes of the content.
  package let size: Int
  /// The number of bytes that it takes in the zip file.
  let compressedSize: Int
  /// The check sum of the content.
  let checkSum: UInt32
  /// How the bytes are kept.
  let method: Method
  /// Where the bytes begin.
  let start: Int

  /// Where the bytes stand in the zip file.
  var range: Range<Int> { start..<start + compressedSize }
}
