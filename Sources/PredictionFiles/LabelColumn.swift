import Diagnostics

/// A column that stands for a label.
struct LabelColumn: Hashable, Sendable {
  /// The label.
  let label: ExactString
  /// The number of the column, counted from 0.
  let position: Int
}
