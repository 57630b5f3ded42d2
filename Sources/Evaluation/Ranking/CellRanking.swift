/// How well scores rank all cells of rows × labels together: a cell is true if its label is true of its row.
enum CellRanking {
  /// Up to so many cells, sorting them all is as fast.
  private static let fewest = 1 << 17

  /// The ranking of all cells of predictions in which all labels have probabilities.
  ///
  /// `isInMillionths` says that every score is known to be a multiple of a millionth.
  ///
  /// - Complexity: Near to linear in rows × labels.
  static func ranking(of predictions: Predictions, isInMillionths: Bool) -> LabelRanking {
    let count = predictions.count * predictions.schema.labels.count
    guard !predictions.schema.hasWeights, count >= fewest, count < 1 << 32 else {
      let labels = 0..<predictions.schema.scoredLabelCount
      return RankedScores(predictions, labels: labels).ranking(label: "of any label")
    }
    return isInMillionths ? CellTable.ranking(of: predictions) : CellSlices.ranking(of: predictions)
  }
}
