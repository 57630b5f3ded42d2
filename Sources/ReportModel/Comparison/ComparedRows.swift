import Diagnostics
import RunModel

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
