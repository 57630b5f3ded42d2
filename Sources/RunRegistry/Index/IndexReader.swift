/// Reads what ``IndexWriter`` wrote; everything is nil behind the end.
struct IndexReader {
  private let buffer: UnsafeRawBufferPointer
  private var position: Int

  init(_ buffer: UnsafeRawBufferPointer, from position: Int) {
    self.buffer = buffer
    self.position = position
  }

  /// Whether all was read.
  var isAtEnd: Bool { position == buffer.count }

  mutating func byte() -> UInt8? {
    guard position < buffer.count else { return nil }
    defer { position += 1 }
    return buffer[position]
  }

  mutating func number() -> Int64? {
    guard buffer.count - position >= 8 else { return nil }
    defer { position += 8 }
    return Int64(littleEndian: buffer.loadUnaligned(fromByteOffset: position, as: Int64.self))
  }

  /// A number of things to come, each of which has at least one byte.
  mutating func count() -> Int? {
    guard let number = number(), number >= 0, number <= buffer.count - position else { return nil }
    return Int(number)
  }

  mutating func bytes() -> [UInt8]? {
    guard let count = count() else { return nil }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { position += count }
    return String(decoding: buffer[position..<position + count], as: UTF8.self)
  }

  mutating func stamp() -> RegistryIndex.Stamp? {
    guard let size = number(), let modified = number(), let changed = number() else { return nil }
    return RegistryIndex.Stamp(size: Int(size), modified: modified, changed: changed)
  }
}
