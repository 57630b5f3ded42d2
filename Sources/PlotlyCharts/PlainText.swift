/// The words of a text in which Plotly understands a few tags and entities.
///
/// ```swift
/// PlainText.of("R<sup>2</sup> of <b>a</b> &amp; b<br>all")  // "R² of a & b all"
/// ```
enum PlainText {
  /// How many Unicode scalars of a text are read.
  static let limit = 200

  /// The beginning of a text.
  static func cut(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    let head = String.UnicodeScalarView(text.unicodeScalars.prefix(limit))
    return head.count < limit ? text : String(head) + "…"
  }

  /// The text without tags, entities resolved, blanks drawn together, and raised or lowered digits as such.
  static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = Substring(cut(text)).unicodeScalars
    var level: Level?
    while let scalar = scalars.first {
      if scalar == "<", let (name, isEnd, rest) = tag(scalars) {
        scalars = rest
        switch name {
        case "br": result.append(" ")
        case "sup": level = isEnd ? nil : .raised
        case "sub": level = isEnd ? nil : .lowered
        default: break
        }
      } else if scalar == "&", let (meant, rest) = entity(scalars) {
        scalars = rest
        result.append(meant)
      } else {
        scalars.removeFirst()
        result.append(level.map { $0.shifted(scalar) } ?? scalar)
      }
    }
    return drawnTogether(result)
  }

  /// Digits above or below the line.
  private enum Level {
    case raised, lowered

    func shifted(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      let (from, to) =
        self == .raised
        ? ("0123456789+-\u{2212}=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ") : ("0123456789+-\u{2212}=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
      return zip(from.unicodeScalars, to.unicodeScalars).first { $0.0 == scalar }?.1 ?? scalar
    }
  }

  /// The tags that Plotly knows; everything else between angle brackets is text.
  private static let tags: Set<String> = [
    "br", "b", "strong", "i", "em", "u", "s", "sub", "sup", "span", "a",
  ]

  /// The tag at the beginning, and what follows it.
  private static func tag(
    _ scalars: Substring.UnicodeScalarView
  ) -> (name: String, isEnd: Bool, rest: Substring.UnicodeScalarView)? {
    guard let close = scalars.firstIndex(of: ">") else { return nil }
    var inside = scalars[scalars.index(after: scalars.startIndex)..<close]
    let isEnd = inside.first == "/"
    if isEnd { inside.removeFirst() }
    let name = String(inside.prefix { $0.properties.isAlphabetic }).lowercased()
    guard tags.contains(name) else { return nil }
    return (name, isEnd, scalars[scalars.index(after: close)...])
  }

  /// The entity at the beginning, and what follows it.
  private static func entity(
    _ scalars: Substring.UnicodeScalarView
  ) -> (meant: Unicode.Scalar, rest: Substring.UnicodeScalarView)? {
    let head = scalars.dropFirst().prefix(9)
    guard let end = head.firstIndex(of: ";") else { return nil }
    let name = String(head[..<end])
    let rest = scalars[scalars.index(after: end)...]
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).map { ($0, rest) }
    }
    return entities[name].map { ($0, rest) }
  }

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "mu": "μ", "times": "×",
    "plusmn": "±", "deg": "°",
  ]

  /// The text without what cannot be seen, with one blank between words.
  private static func drawnTogether(_ scalars: String.UnicodeScalarView) -> String {
    let seen = scalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
      default: scalar
      }
    }.filter { !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value) }
    return seen.split(separator: " ").map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}
