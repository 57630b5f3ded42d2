extension JSONCursor {
  /// Reads a string and says where it stands.
  package mutating func string() throws(JSONFault) -> JSONText {
    precondition(
      position < bytes.count && bytes[position] == UInt8(ascii: "\""), "peek() says what may be read")
    position += 1
    let start = position
    var hasEscapes = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return JSONText(range: start..<position - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case 0..<0x20: throw fault(expecting: "an escape such as \\n instead of a control character")
      default: position += 1
      }
    }
    throw fault(expecting: "a closing quote")
  }

  /// The bytes of a string that ``string()`` read, its escapes resolved; appends them to `output`.
  ///
  /// - Returns: The number of lone surrogates, each of which became U+FFFD.
  @discardableResult
  package func append(_ text: JSONText, to output: inout [UInt8]) -> Int {
    guard text.hasEscapes else {
      output.append(contentsOf: bytes[text.range])
      return 0
    }
    var loneSurrogates = 0
    var index = text.range.lowerBound
    while index < text.range.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      guard escape == UInt8(ascii: "u") else {
        output.append(Self.simpleEscape(escape) ?? escape)
        index += 2
        continue
      }
      let (scalar, length) = unicodeEscape(at: index, end: text.range.upperBound)
      if scalar == nil { loneSurrogates += 1 }
      output.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      index += length
    }
    return loneSurrogates
  }

  /// The string that ``string()`` read.
  ///
  /// - Returns: The string and the number of lone surrogates in it, each of which became U+FFFD.
  package func decode(_ text: JSONText) -> (string: String, loneSurrogates: Int) {
    guard text.hasEscapes else { return (String(decoding: bytes[text.range], as: UTF8.self), 0) }
    var output: [UInt8] = []
    output.reserveCapacity(text.range.count)
    let loneSurrogates = append(text, to: &output)
    return (String(decoding: output, as: UTF8.self), loneSurrogates)
  }

  private mutating func skipEscape() throws(JSONFault) {
    position += 1
    guard position < bytes.count else { throw fault(expecting: "an escape") }
    if bytes[position] == UInt8(ascii: "u") {
      for _ in 0..<4 {
        position += 1
        guard position < bytes.count, Self.hexDigit(bytes[position]) != nil else {
          throw fault(expecting: "four hexadecimal digits")
        }
      }
    } else if Self.simpleEscape(bytes[position]) == nil {
      throw fault(expecting: "one of “\"”, “\\”, “/”, “b”, “f”, “n”, “r”, “t” and “u” after a backslash")
    }
    position += 1
  }

  private static func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The scalar of the escape at `index` or of the pair of escapes there, none for half a pair; and its length.
  private func unicodeEscape(at index: Int, end: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let unit = codeUnit(at: index)
    guard (0xD800..<0xDC00).contains(unit) else { return (Unicode.Scalar(unit), 6) }
    guard index + 12 <= end, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u")
    else { return (nil, 6) }
    let second = codeUnit(at: index + 6)
    guard (0xDC00..<0xE000).contains(second) else { return (nil, 6) }
    return (Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)), 12)
  }

  /// The value of the four digits of the escape `\uXXXX` at `index`.
  private func codeUnit(at index: Int) -> UInt32 {
    (index + 2..<index + 6).reduce(0) { $0 << 4 | UInt32(Self.hexDigit(bytes[$1]) ?? 0) }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
