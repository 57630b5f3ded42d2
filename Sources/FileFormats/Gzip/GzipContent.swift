package import Diagnostics

/// What a gzip file holds.
package struct GzipContent: Sendable {
  /// The decompressed bytes of all members.
  package let file: ReadableFile
  /// How many bytes follow the last member that are no gzip, other than zeros that fill up a block.
  package let trailingByteCount: Int
}
