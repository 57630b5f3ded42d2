public import Diagnostics

/// What says which rows belong to a slice.
public enum SliceDefinition: Hashable, Sendable {
  /// The rows with this value of a further column.
  case attribute(name: ExactString, value: ExactString)
  /// The rows for which an expression holds.
  case expression(SliceExpression)
}

extension SliceDefinition: CustomStringConvertible {
  /// `site = north`, or the expression as it was written.
  public var description: String {
    switch self {
    case .attribute(let name, let value): "\(name) = \(value)"
    case .expression(let expression): expression.source
    }
  }
}
