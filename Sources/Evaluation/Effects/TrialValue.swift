public import Diagnostics

/// What a trial's parameter was set to.
public enum TrialValue: Hashable, Sendable {
  /// A number; NaN and the infinities count as ``missing``.
  case number(Double)
  /// Words, also `true` and `false`.
  case text(ExactString)
  /// The trial does not have the parameter.
  case missing

  /// What a record has: “none”, “true” or “false”, a number where it reads as one, whoever wrote it, else its words.
  ///
  /// - Parameters:
  ///   - text: What it is as text.
  ///   - number: The number that it reads as; one that is not finite is a word.
  ///   - boolean: The truth value that it is.
  ///   - isNull: Whether it is nothing.
  package init(text: String, number: Double?, boolean: Bool?, isNull: Bool) {
    if isNull {
      self = .text("none")
    } else if let boolean {
      self = .text(boolean ? "true" : "false")
    } else if let number, number.isFinite {
      self = .number(number)
    } else {
      self = .text(ExactString(text))
    }
  }

  /// The same, with what is not finite as missing.
  var settled: TrialValue {
    if case .number(let number) = self, !number.isFinite { return .missing }
    return self
  }

  /// The number, if it is one.
  var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// Whether it comes first: numbers by size, then words by their bytes, then what is missing.
  func precedes(_ other: TrialValue) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.number, _): true
    case (.text, .missing): true
    default: false
    }
  }
}
