public import Diagnostics
import Evaluation

/// What an ``EvaluationCrossValidationTask`` found.
public struct CrossValidationResult: Hashable, Sendable {
  /// One split.
  public struct Split: Hashable, Sendable {
    /// What its fold is called.
    public let fold: ExactString
    /// The examples that were left out of training.
    public let validation: CrossValidationPart
    /// Those that were trained on; nil unless asked for.
    public let train: CrossValidationPart?
    /// How many examples were trained on.
    public let trainCount: Int
  }

  /// All labels, in the order of the columns of probabilities.
  public let labels: [ExactString]
  /// The positive label of a binary problem; nil otherwise.
  public let positive: ExactString?
  /// The chosen threshold, which is one that was evaluated; nil unless the problem is binary.
  public let threshold: Double?
  /// The splits, in the order of their folds.
  public let splits: [Split]
  /// What a model that was trained on all of the training data says of the test data; nil without such.
  public let test: CrossValidationPart?
  /// The thresholds over all splits; nil unless the problem is binary.
  public let summary: ThresholdSummary?
  /// The β of the F-measure.
  public let beta: Double
  /// What was worth knowing: thresholds that were left out.
  public let diagnostics: [Diagnostic]

  /// The predictions of all splits of examples that the model had not seen, split by split.
  public var pooledValidation: CrossValidationPart? {
    splits.dropFirst().reduce(splits.first?.validation) { $0?.appending($1.validation) }
  }

  /// The predictions of all splits of examples that were trained on; nil unless asked for.
  public var pooledTrain: CrossValidationPart? {
    guard splits.allSatisfy({ $0.train != nil }) else { return nil }
    return splits.dropFirst().reduce(splits.first?.train) { whole, split in
      split.train.flatMap { whole?.appending($0) }
    }
  }

  /// The means and deviations at the chosen threshold: `validation_f1_mean`, `validation_f1_std`, ….
  ///
  /// A deviation that is undefined is left out.
  public var chosenMetrics: [(name: String, value: Double)] {
    guard let summary, let threshold,
      let row = summary.rows.first(where: { $0.threshold == threshold })
    else { return [] }
    let named = Array(zip(summary.columns, row.spreads))
    return named.map { ("\($0)_mean", $1.mean) }
      + named.compactMap { name, spread in spread.standardDeviation.number.map { ("\(name)_std", $0) } }
  }

  /// The values of the test data at the chosen threshold: `test_f1`, …; those that are defined.
  public var testMetrics: [(name: String, value: Double)] {
    guard let threshold, let row = test?.thresholdMetrics.first(where: { $0.threshold == threshold }) else {
      return []
    }
    return zip(ThresholdMetrics.names(beta: beta), row.values)
      .compactMap { name, value in value.number.map { ("test_\(name)", $0) } }
  }
}
