public import Diagnostics

/// A slice that could not be made.
public enum SliceProblem: Hashable, Sendable {
  /// An expression that does not fit the predictions.
  case expression(SliceExpression, SliceExpressionError)
  /// An attribute that is no set of slices, and why, as a clause without full stop.
  case attribute(ExactString, reason: String)
}

extension SliceProblem: CustomStringConvertible {
  /// One line: which slice, and what is wrong with it.
  public var description: String {
    switch self {
    case .expression(let expression, let error):
      "\(VisibleText.quoting(expression.source, limit: 200)), \(error)"
    case .attribute(let name, let reason): "\(name.quoted): \(reason)"
    }
  }
}
