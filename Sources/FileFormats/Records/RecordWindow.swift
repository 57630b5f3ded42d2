/// A stretch of a file in memory, in which a parser reads records.
package struct RecordWindow {
  /// The bytes of the file, then a line end and zeros, so that a scan needs no check of bounds to stop at ``end``.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// Where in the file the first of ``bytes`` stands.
  package let origin: Int
  /// The offset in ``bytes`` of the first record to read.
  package let start: Int
  /// The records that begin before this offset are to be read; it may lie beyond ``end``.
  package let limit: Int
  /// How many of ``bytes`` are the file's.
  package let end: Int
  /// Whether the file ends where the window does.
  package let isFileEnd: Bool

  /// How many bytes follow ``end``.
  static let padding = 16
}
