/// Whether bytes are UTF-8.
package enum UTF8Validity {
  /// The offset of the first byte that begins no well-formed UTF-8 sequence; none if all is well.
  package static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if bytes.count < 16, isShortASCII(bytes) { return nil }
    let words = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset < bytes.count {
      // Most text is ASCII for the most part: eight bytes at a time.
      while offset &+ 8 <= bytes.count,
        words.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset &+= 8
      }
      guard offset < bytes.count else { return nil }
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      guard let length = sequenceLength(bytes, at: offset) else { return offset }
      offset += length
    }
    return nil
  }

  /// Whether at most 16 bytes are ASCII: by the first and the last few, which may overlap.
  @inline(__always)
  private static func isShortASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = UnsafeRawBufferPointer(bytes)
    let count = words.count
    if count >= 8 {
      let ends =
        words.loadUnaligned(as: UInt64.self)
        | words.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      return ends & 0x8080_8080_8080_8080 == 0
    }
    if count >= 4 {
      let ends =
        words.loadUnaligned(as: UInt32.self)
        | words.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return ends & 0x8080_8080 == 0
    }
    return count == 0 || (words[0] | words[count &>> 1] | words[count &- 1]) < 0x80
  }

  /// The bytes of the multi-byte sequence at `offset` by the Unicode standard's table 3-7; none if it is ill-formed.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    let lead = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for index in offset + 2..<max(offset + length, offset + 2)
    where !(0x80...0xBF).contains(bytes[index]) {
      return nil
    }
    return length
  }
}
