import Diagnostics
import FileFormats

/// The arrays of predictions, each by what it serves as.
struct ArrayTable: Sendable {
  /// A column of texts.
  struct TextArray: Sendable {
    /// What it is for.
    let purpose: TextPurpose
    /// The texts.
    let array: NumPyArray
  }

  /// The true labels, or an indicator for each label.
  let truth: NumPyArray
  /// The predicted labels, in the same form.
  var predicted: NumPyArray?
  /// The probabilities: a column for each label, or one of the positive label.
  var probabilities: NumPyArray?
  /// The names of the labels.
  var labels: NumPyArray?
  /// How often each row counts.
  var weights: NumPyArray?
  /// The columns of texts.
  var texts: [TextArray] = []

  /// The number of rows.
  var rowCount: Int { truth.rowCount }
  /// Whether rows may have several labels.
  var isMultilabel: Bool { truth.columnCount > 1 }

  /// That the arrays have the forms that belong together.
  ///
  /// - Throws: ``PredictionFileError`` for the first that has not.
  func check() throws(PredictionFileError) {
    do throws(FormatError) {
      let columns = "\(truth.columnCount), as the array of true labels has"
      for array in [predicted, probabilities, weights].compactMap({ $0 }) + texts.map(\.array) {
        try check(
          array.rowCount == rowCount, array, "\(array.rowCount) rows", "\(rowCount), one for each true label")
      }
      if isMultilabel {
        try check(!truth.element.isText, truth, "texts in several columns", "0 or 1 for each label")
      }
      if let predicted {
        try check(
          predicted.columnCount == truth.columnCount, predicted, "\(predicted.columnCount) columns", columns)
        if isMultilabel { try check(!predicted.element.isText, predicted, "texts", "0 or 1 for each label") }
      }
      if let probabilities {
        try check(!probabilities.element.isText, probabilities, "texts", "probabilities from 0 to 1")
        let count = probabilities.columnCount
        try check(!isMultilabel || count == truth.columnCount, probabilities, "\(count) columns", columns)
        try check(
          count <= PredictionFileReader.labelLimit, probabilities, "\(count) columns",
          "at most \(PredictionFileReader.labelLimit), one for each label")
      }
      if let labels { try check(labels.columnCount == 1, labels, "\(labels.columnCount) columns", "one") }
      if let weights {
        try check(
          weights.columnCount == 1 && !weights.element.isText, weights, "something else",
          "a number for each row")
      }
      for text in texts { try check(text.array.columnCount == 1, text.array, "several columns", "one") }
    } catch {
      throw PredictionFileError(error)
    }
  }

  private func check(
    _ isRight: Bool, _ array: NumPyArray, _ found: String, _ expected: @autoclosure () -> String
  ) throws(FormatError) {
    if !isRight { throw array.error(found, expected: expected()) }
  }
}
