extension PredictionBatch {
  /// The offset of the first largest number of a row of probabilities: the label that is predicted where a file
  /// names none; 0 for an empty row.
  package static func indexOfFirstLargest(_ row: ArraySlice<Double>) -> Int {
    var best = row.startIndex
    for index in row.indices where row[index] > row[best] { best = index }
    return best - row.startIndex
  }
}
