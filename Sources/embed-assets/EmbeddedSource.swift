/// The Swift source that holds the assets.
enum EmbeddedSource {
  /// One array of paths and contents, in the order given.
  static func text(for files: [AssetFile]) -> String {
    var source = "let embeddedAssetContents: [(path: StaticString, contents: StaticString)] = [\n"
    for file in files {
      source += "  (path: \(literal(file.path)), contents: \(literal(file.text))),\n"
    }
    return source + "]\n"
  }

  /// `text` as a Swift string literal on one line.
  static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case " "..."~": literal.unicodeScalars.append(scalar)
      default: literal += "\\u{" + String(scalar.value, radix: 16) + "}"
      }
    }
    return literal + "\""
  }
}
