import Diagnostics
import Evaluation

/// Which labels the probabilities of one file are of, seen with the true labels of the other.
struct PairedLabels {
  /// The labels with probabilities, in the order of the columns.
  let scored: [ExactString]
  /// What a single column is of.
  let lone: LoneScore?

  /// The labels of two files.
  ///
  /// - Throws: ``PredictionFileError`` if the number of columns does not tell, or not every label of several has one.
  init(truth: PairedRows, scores: PairedRows) throws(PredictionFileError) {
    let positive = scores.source.options.positive
    if truth.isMultilabel {
      let indicators = truth.labels ?? []
      scored = scores.labels ?? indicators
      lone = nil
      guard Set(scored) == Set(indicators), scored.count == scores.columnCount else {
        throw PredictionFileError(
          .missingColumn, at: scores.source.place,
          found: "probabilities of \(ColumnNames.list(scored.map(\.text)))",
          expected: ColumnNames.list(indicators.map(\.text)))
      }
      return
    }
    let seen = truth.seen.union(scores.seen)
    if scores.columnCount == 1 {
      lone = LoneScore(seen: seen, named: scores.labels?.first, positive: positive)
      guard let lone else { throw LoneScore.error(seen, scores.source) }
      scored = lone.labels
    } else {
      lone = nil
      if let labels = scores.labels {
        scored = labels
        return
      }
      scored = try ArrayLabelOrder.known(seen, columns: scores.columnCount, positive: positive) {
        PredictionFileError(.missingColumn, at: scores.source.place, found: $0, expected: $1)
      }
    }
  }
}
