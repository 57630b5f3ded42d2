import Markup

/// What a run's parameter was set to: a number or words.
///
/// Words are compared by their bytes, so that two spellings of one letter stay two settings.
package enum ParameterSetting: Sendable {
  /// A number; one that is not finite counts as not set.
  case number(Double)
  /// Words, also `true` and `false`.
  case text(String)

  /// The number, if it is one.
  var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The setting as a drawing shows it: whole numbers in full, others with up to 4 significant digits, without the
  /// zeros at the end.
  package var text: String {
    switch self {
    case .text(let text): text.isEmpty ? "(empty)" : text
    case .number(let number): Self.text(number)
    }
  }

  /// Whether it comes first: numbers by size, then words by their bytes.
  func precedes(_ other: ParameterSetting) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.number, .text): true
    case (.text, .number): false
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }

  private static func text(_ number: Double) -> String {
    if number.rounded() == number, number.magnitude < 1e6 { return NumberText.fixed(number, decimals: 0) }
    let text = NumberText.significant(number, digits: 4)
    let end = text.firstIndex(of: "\u{A0}") ?? text.endIndex
    var digits = text[..<end]
    guard digits.contains(".") else { return text }
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return String(digits + text[end...])
  }
}

extension ParameterSetting: Hashable {
  package static func == (left: ParameterSetting, right: ParameterSetting) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.number, .text), (.text, .number): false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number): hasher.combine(number)
    // Endless words are told apart by `==`.
    case .text(let text): for byte in text.utf8.prefix(64) { hasher.combine(byte) }
    }
  }
}
