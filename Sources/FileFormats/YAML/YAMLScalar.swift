/// A text of a YAML document, its quotes and escapes resolved.
package struct YAMLScalar: Hashable, Sendable {
  /// The text.
  package let text: String
  /// Whether it was written without quotes, so that `3`, `true` and `null` mean what they say.
  package let isPlain: Bool

  /// A scalar of this text.
  package init(text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }

  /// Whether this is YAML's null: nothing, `~` or `null` without quotes.
  package var isNull: Bool {
    isPlain && ["", "~", "null", "Null", "NULL"].contains { $0.utf8.elementsEqual(text.utf8) }
  }

  /// `true` or `false` without quotes, in the three spellings of YAML 1.2; `yes` and `no` are text.
  package var boolean: Bool? {
    guard isPlain else { return nil }
    return switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The number without quotes; also `.inf`, `-.inf` and `.nan` as YAML writes them.
  package var number: Double? {
    guard isPlain else { return nil }
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: return DecimalNumber.parse(text)
    }
  }
}
