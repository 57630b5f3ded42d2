/// Gives JSON line breaks and indents, without judging its values.
enum JSONIndenter {
  /// Brackets inside each other at most.
  static let depthLimit = 64
  /// Bytes that are made at most: indents multiply.
  static let sizeLimit = 4 << 20

  /// `bytes` with one member or element on each line; nothing if brackets do not match, a string does not end, or a
  /// limit is passed.
  static func indented(_ bytes: [UInt8]) -> String? {
    var result: [UInt8] = []
    var closers: [UInt8] = []
    var position = 0
    while position < bytes.count, result.count <= sizeLimit {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let end = endOfString(bytes, from: position) else { return nil }
        result += bytes[position - 1..<end]
        position = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard closers.count < depthLimit else { return nil }
        result.append(byte)
        closers.append(byte + 2)
        let next = bytes[position...].first { !isBlank($0) }
        if next != closers.last { newLine(&result, depth: closers.count) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard closers.popLast() == byte else { return nil }
        if result.last != byte - 2 { newLine(&result, depth: closers.count) }
        result.append(byte)
      case UInt8(ascii: ","):
        result.append(byte)
        newLine(&result, depth: closers.count)
      case UInt8(ascii: ":"): result += [byte, 0x20]
      case _ where isBlank(byte): break
      default: result.append(byte)
      }
    }
    guard closers.isEmpty, result.count <= sizeLimit, !result.isEmpty else { return nil }
    return String(decoding: result, as: UTF8.self)
  }

  private static func newLine(_ result: inout [UInt8], depth: Int) {
    result.append(UInt8(ascii: "\n"))
    result += Array(repeating: 0x20, count: 2 * depth)
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return position + 1 }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
