/// What slice expressions count in texts.
enum TextMeasure {
  /// The number of Unicode scalars of UTF-8.
  static func scalars(in text: UnsafeBufferPointer<UInt8>) -> Int {
    text.count { $0 & 0xC0 != 0x80 }
  }

  /// The number of runs of scalars that are not white space.
  static func words(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isBlank =
        scalar.isASCII
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }

  /// The text in small letters.
  static func lowercased(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    }
    return text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}
