extension PredictionSchema {
  /// How far the probabilities of a row may be off a sum of 1 before they are no distribution.
  package static let allowedSumError = 1e-3

  /// The reason for ``probabilityProblem`` when `count` rows do not sum to 1.
  package static func problem(rowsOffOne count: Int, first: String) -> String? {
    count == 0
      ? nil
      : "the probabilities of \(count) \(count == 1 ? "row" : "rows") do not sum to 1, first of \(first)"
  }

  /// What is wrong with `rows`, of one probability for each label, as distributions; nil if nothing is.
  static func problem(ofRows rows: [[Double]]) -> String? {
    let off = rows.indices.filter { abs(rows[$0].reduce(0, +) - 1) > allowedSumError }
    return problem(rowsOffOne: off.count, first: "row \(off.first ?? 0)")
  }
}
