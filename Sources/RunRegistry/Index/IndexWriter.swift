/// Writes numbers and texts one behind the other; numbers have eight bytes, little-endian.
struct IndexWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ number: Int) { append(Int64(number)) }

  mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ stamp: RegistryIndex.Stamp) {
    append(stamp.size)
    append(stamp.modified)
    append(stamp.changed)
  }
}
