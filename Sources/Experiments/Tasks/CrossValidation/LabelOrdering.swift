import Diagnostics
import RunModel

/// The order in which labels stand when nobody gave one.
enum LabelOrdering {
  /// By number if all are numbers, else by their bytes; equal numbers such as `1` and `1.0` by their bytes.
  ///
  /// ```swift
  /// LabelOrdering.sorted(["10", "9"])  // ["9", "10"]
  /// ```
  static func sorted(_ labels: some Collection<ExactString>) -> [ExactString] {
    let numbers = labels.map { (label: $0, number: Scalar.text($0.text).number) }
    guard numbers.allSatisfy({ $0.number?.isFinite == true }) else { return labels.sorted() }
    return numbers.sorted { ($0.number ?? 0, $0.label) < ($1.number ?? 0, $1.label) }.map(\.label)
  }
}
