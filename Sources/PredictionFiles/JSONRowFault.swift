/// What makes a line of JSON useless as a row.
struct JSONRowFault: Error, Hashable, Sendable {
  /// Under which sort of problem it is counted.
  let kind: RowProblem.Kind
  /// The offset in the line.
  let offset: Int
  /// What was found, as the object of “found …”.
  let found: String
  /// What was expected, as the object of “expected …”.
  let expected: String
}
