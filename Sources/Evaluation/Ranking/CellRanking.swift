/// How well scores rank all cells of rows × labels together: a cell is true if its label is true of its row.
enum CellRanking {
  /// Up to so many cells, sorting them all is as fast.
  private static let fewest = 1 << 17

  /// Whether cells of these predictions may be counted in a table while labels are ranked.
  static func isTabled(_ predictions: Predictions) -> Bool {
    let count = predictions.count * predictions.schema.labels.count
    return !predictions.schema.hasWeights && count >= fewest && count < 1 << 32
  }

  /// The ranking of all cells of predictions in which all labels have probabilities.
  ///
  /// `tables` have all of them, where they are known to have scores that are multiples of a millionth.
  ///
  /// - Complexity: Near to linear in rows × labels.
  static func ranking(of predictions: Predictions, tables: [CellTable]?) -> LabelRanking {
    guard isTabled(predictions) else {
      let labels = 0..<predictions.schema.scoredLabelCount
      return RankedScores(predictions, labels: labels).ranking(label: "of any label")
    }
    return tables.map { CellTable.ranking(of: $0) } ?? CellSlices.ranking(of: predictions)
  }
}
