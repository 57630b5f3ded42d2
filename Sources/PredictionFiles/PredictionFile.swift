public import Diagnostics
public import Evaluation

/// A prediction file that was read.
public struct PredictionFile: Sendable {
  /// The rows that can be used.
  public let predictions: Predictions
  /// How many rows the file has.
  public let rowsRead: Int
  /// How many of them could not be used; each was diagnosed or counted with a diagnostic.
  public let rowsLeftOut: Int
  /// What was wrong or odd, in the order of the file where it concerns rows.
  public let diagnostics: [Diagnostic]
}
