/// Which rows a candidate fixed and broke, counted in one pass.
struct ChangeTally {
  private(set) var churn = Churn()
  /// The rows, as the baseline numbers them, that only the candidate has right.
  private(set) var fixedRows: [Int32] = []
  /// The rows that only the baseline has right.
  private(set) var brokenRows: [Int32] = []

  init(_ pair: AlignedPredictions) {
    let first = pair.baseline.batches.flatMap { $0.isRight(pair.schema) }
    let second = pair.arranged(pair.candidate.batches.flatMap { $0.isRight(pair.candidate.schema) })
    let weights = pair.baseline.flat(\.weights)
    for row in first.indices {
      churn.add(
        baselineIsRight: first[row], candidateIsRight: second[row], weight: weights.isEmpty ? 1 : weights[row]
      )
      guard first[row] != second[row] else { continue }
      if first[row] { brokenRows.append(Int32(row)) } else { fixedRows.append(Int32(row)) }
    }
  }
}
