extension NumberText {
  /// Pads numbers so that their decimal points stand under one another when a column is set right.
  ///
  /// A missing digit is a figure space (U+2007, as wide as a digit), a missing point a punctuation space (U+2008).
  /// Entries that do not end in a digit, such as "—", stay as they are.
  ///
  /// ```swift
  /// NumberText.aligned(["0.357", "71.9", "2,776"])  // ["0.357", "71.9␣␣", "2,776␣␣␣␣"]
  /// ```
  package static func aligned(_ column: [String]) -> [String] {
    let decimals = column.map(decimalsShown)
    let most = decimals.compactMap(\.self).max() ?? 0
    return zip(column, decimals).map { text, decimals in
      guard let decimals, decimals < most else { return text }
      let point = decimals == 0 ? "\u{2008}" : ""
      return text + point + String(repeating: "\u{2007}", count: most - decimals)
    }
  }

  /// How many digits stand after the point at the end of `text`; nothing if it does not end in a digit.
  private static func decimalsShown(_ text: String) -> Int? {
    let digits = text.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { return nil }
    return text.utf8.dropLast(digits.count).last == UInt8(ascii: ".") ? digits.count : 0
  }
}
