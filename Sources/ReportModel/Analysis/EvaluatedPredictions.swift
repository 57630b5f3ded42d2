package import Diagnostics
package import Evaluation

/// Predictions that were read and evaluated.
package struct EvaluatedPredictions: Sendable {
  /// The artifact they came from.
  package var artifact: ExactString
  /// Its file name, to be named on the page.
  package var filename: String
  /// Rows in the file.
  package var rowsRead: Int
  /// Rows that could not be used, and are not in the evaluation.
  package var rowsLeftOut: Int
  /// What the predictions say.
  package var evaluation: ClassificationEvaluation
  /// SHA-256 over the sorted pairs of id and truth: equal for runs that were tested on the same examples.
  package var testSet: String

  /// Evaluated predictions.
  package init(
    artifact: ExactString, filename: String, rowsRead: Int, rowsLeftOut: Int,
    evaluation: ClassificationEvaluation, testSet: String
  ) {
    self.artifact = artifact
    self.filename = filename
    self.rowsRead = rowsRead
    self.rowsLeftOut = rowsLeftOut
    self.evaluation = evaluation
    self.testSet = testSet
  }
}
