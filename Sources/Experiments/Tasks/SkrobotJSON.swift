import Markup

/// JSON in the layout of skrobot's files: one space for each level, `": "`, ASCII, no newline at the end.
enum SkrobotJSON {
  /// What `write` writes, in that layout.
  ///
  /// ```swift
  /// SkrobotJSON.bytes { $0.object { $0.member("x", 1) } }  // {⏎ "x": 1⏎}
  /// ```
  static func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(style: JSONStyle(isASCII: true))
    write(&json)
    return IndentedJSON.lines(json.bytes, indent: 1)
  }
}
