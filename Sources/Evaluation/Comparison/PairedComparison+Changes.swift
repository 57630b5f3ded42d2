import Diagnostics

extension PairedComparison {
  /// The rows that the baseline has wrong and the candidate right, at most `limit` of them.
  ///
  /// First those in which the probability of the true label changed most; rows without probabilities, and ties, in the
  /// order of the baseline.
  ///
  /// - Complexity: O(*n* log *n*) in the number of such rows.
  public func fixed(limit: Int? = nil) -> [ChangedExample] { examples(fixedRows, limit: limit) }

  /// The rows that the baseline has right and the candidate wrong, ordered likewise.
  public func broken(limit: Int? = nil) -> [ChangedExample] { examples(brokenRows, limit: limit) }

  private func examples(_ rows: [Int32], limit: Int?) -> [ChangedExample] {
    let ranked = rows.map { (row: Int($0), change: change(of: Int($0))) }
      .sorted { (-$0.change, $0.row) < (-$1.change, $1.row) }
    return ranked.prefix(max(0, limit ?? .max)).map { entry in
      ChangedExample(pair.baseline.row(entry.row), pair.candidate.row(pair.candidateRow(entry.row)))
    }
  }

  /// How far the probability of the true label moved.
  private func change(of row: Int) -> Double {
    let first = pair.baseline.row(row)
    guard pair.schema.task != .multilabel, let label = first.truth.first,
      let before = first.probability(of: label),
      let after = pair.candidate.row(pair.candidateRow(row)).probability(of: label)
    else { return 0 }
    return abs(after - before)
  }
}
