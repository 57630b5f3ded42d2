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
    return values.dropFirst().contains { value in
      guard let value, let first else { return (value == nil) != (first == nil) }
      return !value.hasSameValue(as: first)
    }
  }
}
