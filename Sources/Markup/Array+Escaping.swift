extension [UInt8] {
  /// Appends `string` so that it is text in an HTML or XML element and in a quoted attribute.
  ///
  /// Works on UTF-8 bytes: a quote followed by a combining mark is one `Character`, but still a quote.
  /// `&`, `<`, `>`, `"`, `'` become references; a carriage return becomes a line feed, as HTML has no reference for it.
  /// What neither HTML nor XML allows (NUL, controls except tab and line feed, U+FFFE, U+FFFF) becomes U+FFFD.
  mutating func appendEscaped(_ string: String) {
    var string = string
    string.withUTF8 { appendEscaped($0) }
  }

  private mutating func appendEscaped(_ source: UnsafeBufferPointer<UInt8>) {
    reserveCapacity(count + source.count)
    var clean = 0
    var position = 0
    while position < source.count {
      guard let (replacement, length) = Self.replacement(in: source, at: position) else {
        position += 1
        continue
      }
      append(contentsOf: source[clean..<position])
      replacement.withUTF8Buffer { append(contentsOf: $0) }
      position += length
      clean = position
    }
    append(contentsOf: source[clean...])
  }

  /// What to write instead of the character that starts at `position`, and its length in bytes; nothing if it may stay.
  private static func replacement(
    in source: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (StaticString, Int)? {
    switch source[position] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case UInt8(ascii: "'"): ("&#39;", 1)
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): nil
    case UInt8(ascii: "\r"): ("\n", 1)
    case 0..<0x20, 0x7F: ("\u{FFFD}", 1)
    case 0xC2 where source[position + 1] < 0xA0: ("\u{FFFD}", 2)
    case 0xEF where source[position + 1] == 0xBF && source[position + 2] >= 0xBE: ("\u{FFFD}", 3)
    default: nil
    }
  }
}
