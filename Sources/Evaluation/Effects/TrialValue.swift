public import Diagnostics

/// What a trial's parameter was set to.
public enum TrialValue: Hashable, Sendable {
  /// A number; NaN and the infinities count as ``missing``.
  case number(Double)
  /// Words, also `true` and `false`.
  case text(ExactString)
  /// The trial does not have the parameter.
  case missing

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
