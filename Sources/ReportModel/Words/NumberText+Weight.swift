import Markup

extension NumberText {
  /// A count that may be a sum of weights: whole numbers as such, others with three significant digits.
  static func weight(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? integer(Int(value)) : significant(value)
  }
}
