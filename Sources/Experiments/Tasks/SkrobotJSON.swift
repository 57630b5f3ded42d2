import Markup

/// JSON in the layout of skrobot's files: one space for each level, `": "`, ASCII, no newline at the end.
enum SkrobotJSON {
  /// What `write` writes, in that layout.
  ///
  /// ```swift
  /// SkrobotJSON.bytes { $0.object { $0.member("x", 1) } }  // {⏎ "x": 1⏎}
  /// ```
  static func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(style: JSONStyle(isPretty: true, isASCII: true))
    write(&json)
    var result: [UInt8] = []
    result.reserveCapacity(json.bytes.count)
    // Two spaces for each level become one. A string holds no line break, so every one starts a line of the layout.
    var isIndent = false
    var indent = 0
    for byte in json.bytes {
      if isIndent, byte == UInt8(ascii: " ") {
        indent += 1
        continue
      }
      if isIndent { result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent / 2)) }
      isIndent = byte == UInt8(ascii: "\n")
      indent = 0
      result.append(byte)
    }
    return result
  }
}
