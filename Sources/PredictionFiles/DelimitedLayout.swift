/// Which column of a delimited file serves as what.
struct DelimitedLayout: Sendable {
  /// The names of the columns.
  let names: [String]
  /// What each column serves as.
  let roles: [DelimitedRole]
  /// The labels that have a column of probabilities, in the order of the columns.
  let scored: [String]
  /// The labels of indicator columns without a column of probabilities; the labels of the rows come later.
  let others: [String]
  /// Whether there is one column of probabilities, so that it takes two labels to make use of it.
  let isLone: Bool
  /// Whether a column says what is true; in files of probabilities only there is none.
  let hasTruth: Bool
  /// Whether rows may have several labels.
  let isMultilabel: Bool
  /// Whether the columns of probabilities are named so that they might as well be something else.
  let isTentative: Bool
  /// Whether a column says what was predicted.
  let hasPredicted: Bool
  /// What each column of texts is for.
  let purposes: [TextPurpose]

  /// For each column, how many from it on hold probabilities without another between.
  var probabilityRuns: [Int] {
    var runs = [Int](repeating: 0, count: roles.count)
    for column in roles.indices.reversed() where roles[column] == .probability {
      runs[column] = 1 + (column + 1 < runs.count ? runs[column + 1] : 0)
    }
    return runs
  }

  /// No rows of this layout; with `keepsPlaces`, long texts stay in the file.
  func emptyRows(keepsPlaces: Bool) -> PredictionRows {
    PredictionRows(
      scored: scored, others: others,
      texts: purposes.map { keepsPlaces ? TextRows(ofPlacesHashed: $0 == .id) : TextRows() },
      columnCount: isLone ? 1 : nil)
  }
}
