import Diagnostics

/// What is wrong with a slice expression, and where.
public struct SliceExpressionError: Error, Hashable, Sendable {
  /// Where in the expression: the column in UTF-8 bytes, counted from 1.
  public let column: Int
  /// What was found, as the object of “found …”.
  public let found: String
  /// What was expected, as the object of “expected …”.
  public let expected: String
  /// The name that was probably meant, where one is near.
  public let suggestion: String?

  init(at offset: Int, found: String, expected: String, suggestion: String? = nil) {
    column = offset + 1
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }
}

extension SliceExpressionError: CustomStringConvertible {
  /// One line: column, what was found and what was expected, the name that is near.
  public var description: String {
    let hint = suggestion.map { " Did you mean \(VisibleText.quoting($0))?" } ?? ""
    return "column \(column): found \(found); expected \(expected).\(hint)"
  }
}
