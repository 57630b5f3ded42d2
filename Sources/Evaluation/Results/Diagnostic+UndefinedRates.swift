import Diagnostics

extension [Diagnostic] {
  /// One note if the precision or recall of some label is undefined and so counts as 0 in averages; else nothing.
  static func undefinedRates(_ statistics: ClassificationStatistics) -> [Diagnostic] {
    guard statistics.weightSum > 0 else { return [] }
    let labels = zip(statistics.schema.labels, statistics.labelCounts)
    let unpredicted = labels.filter { $0.1.predicted == 0 }.map(\.0.quoted)
    let untrue = labels.filter { $0.1.support == 0 }.map(\.0.quoted)
    guard !unpredicted.isEmpty || !untrue.isEmpty else { return [] }
    let found = [
      unpredicted.isEmpty ? nil : "no prediction of \(list(unpredicted))",
      untrue.isEmpty ? nil : "no row whose truth is \(list(untrue))",
    ]
    return [
      Diagnostic(
        .note, .init("evaluation.undefined-rate"), at: nil,
        found: found.compactMap(\.self).joined(separator: " and "),
        expected: "every label to be predicted and to be true of some row",
        consequence: "Undefined precision, recall and F1 count as 0 in averages.")
    ]
  }

  /// The labels in quotation marks, at most five of them, and how many more there are.
  private static func list(_ labels: [String]) -> String {
    let shown = labels.prefix(5).joined(separator: ", ")
    return labels.count > 5 ? "\(shown) and \(labels.count - 5) more" : shown
  }
}
