import Diagnostics
import RunModel

/// One key of several runs: its value in each.
struct ComparedRow: Hashable, Sendable {
  /// The key.
  var key: ExactString
  /// The values in the order of the runs; nil where a run does not have the key.
  var values: [Scalar?]

  /// Whether not all runs have the same value: numbers by value (`"0.10"` is 0.1), else as written.
  var differs: Bool {
    guard let first = values.first else { return false }
    return values.dropFirst().contains { !Self.isSame($0, first) }
  }

  private static func isSame(_ left: Scalar?, _ right: Scalar?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    if let leftNumber = left.number, let rightNumber = right.number {
      return leftNumber == rightNumber || (leftNumber.isNaN && rightNumber.isNaN)
    }
    return ExactString(left.text) == ExactString(right.text)
  }
}

/// The rows of a comparison's tables.
enum ComparedRows {
  /// Every parameter that any run has, in natural order.
  static func parameters(_ members: [ComparisonReport.Member]) -> [ComparedRow] {
    rows(members) { $0.params }
  }

  /// Every metric that any run logged, in natural order.
  static func loggedMetrics(_ members: [ComparisonReport.Member]) -> [ComparedRow] {
    rows(members) { $0.metrics }
  }

  /// Every key of the dict `name`, in natural order.
  static func dict(_ name: ExactString, _ members: [ComparisonReport.Member]) -> [ComparedRow] {
    rows(members) { $0.dicts[name] ?? [:] }
  }

  private static func rows(
    _ members: [ComparisonReport.Member], _ values: (Run) -> [ExactString: Scalar]
  ) -> [ComparedRow] {
    let tables = members.map { values($0.entry.run) }
    let keys = Set(tables.flatMap(\.keys)).sorted(by: NaturalOrder.precedes)
    return keys.map { key in ComparedRow(key: key, values: tables.map { $0[key] }) }
  }
}
