/// Text from outside, made safe to print in a message.
package enum VisibleText {
  /// `text` with control characters, line breaks and bidirectional marks written as `\u{…}`.
  ///
  /// A file name may hold a line break, an escape sequence for the terminal or a right-to-left override; a
  /// message that repeats it must not be able to say something else than it says.
  package static func escaping(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `text` in typographic quotes, cut to `limit` Unicode scalars, with what is invisible escaped.
  package static func quoting(_ text: String, limit: Int = 60) -> String {
    let head = String(text.unicodeScalars.prefix(limit))
    let isCut = head.utf8.count < text.utf8.count
    return "“" + escaping(head) + (isCut ? "…" : "") + "”"
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
