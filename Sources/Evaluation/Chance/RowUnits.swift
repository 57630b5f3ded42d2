import Diagnostics

/// What a bootstrap of rows draws: single rows, or whole groups of them.
struct RowUnits: Sendable {
  /// The unit of each row.
  let unitOfRow: [Int32]
  /// The number of units.
  let count: Int
  /// Whether units are groups.
  let isGrouped: Bool

  /// The rows of `predictions`, or their groups where they have any, sorted by name.
  ///
  /// Rows of a batch without the column belong to one group without a name.
  init(_ predictions: Predictions) {
    isGrouped = predictions.hasGroups
    guard isGrouped else {
      count = predictions.count
      unitOfRow = (0..<Int32(predictions.count)).map(\.self)
      return
    }
    let names = predictions.batches.flatMap { batch in
      (0..<batch.count).map { ExactString(batch.groups?[$0] ?? "") }
    }
    let sorted = Set(names).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(sorted, (0 as Int32)...))
    unitOfRow = names.map { places[$0] ?? 0 }
    count = sorted.count
  }
}

extension Predictions {
  /// Whether rows belong to groups.
  var hasGroups: Bool { batches.contains { $0.groups != nil } }
}
