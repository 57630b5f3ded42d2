public import Diagnostics
public import Evaluation

/// What came of a classification experiment: every combination, and what the best model predicted for the test part.
///
/// ```swift
/// results.metrics()                    // weighted F1, precision and recall, and accuracy
/// results.metricsReport()
/// results.errors(k: 3)[0].falsePositives
/// try results.checkpoint(copyingTo: "model")
/// ```
public struct ClassificationExperimentResults: Sendable {
  /// What came of each combination of parameters, in the order of the grid.
  public let trainingResults: [TrainingResult]
  /// The place of the best combination in ``trainingResults``; nil without any.
  public let best: Int?
  /// The labels of the training and validation parts, in the order of the columns of ``probabilities``.
  public let labels: [ExactString]
  /// The test part: ids, texts, columns and truth.
  public let testPart: ClassificationDataset
  /// `[i][k]`: the probability that example `i` of the test part has label `k` of ``labels``.
  public let probabilities: [[Double]]
  /// The file or folder of the best model, trained on train and validation part; nil if the trainer left none.
  public let bestModelCheckpoint: String?
  /// What ``metrics()`` gives; nil for the usual four.
  public let metricFunctions: [MetricFunction]?
  /// What was predicted beside what is true.
  public let predictions: Predictions
  /// What the predictions say; without intervals.
  public let evaluation: ClassificationEvaluation
  /// What is odd: labels that only the test part has, runs that could not be kept.
  public internal(set) var diagnostics: [Diagnostic]
  /// What the checkpoint lies in.
  let fileSystem: FileSystem

  /// A label that the test part has and no other.
  public static let unseenLabel = Diagnostic.Kind("experiment.unseen-label")

  /// A run that could not be kept in the registry.
  public static let unkeptRun = Diagnostic.Kind("experiment.unkept-run")

  /// Results of these predictions.
  ///
  /// - Parameters:
  ///   - trainingResults: What came of each combination, in the order of the grid.
  ///   - best: The place of the best of them.
  ///   - labels: The labels, in the order of the columns of probabilities.
  ///   - dataset: The test part.
  ///   - probabilities: `[i][k]`: of example `i` and label `k`.
  ///   - checkpoint: The file or folder of the best model.
  ///   - metricFunctions: What ``metrics()`` gives instead of the usual four.
  ///   - fileSystem: What the checkpoint lies in.
  /// - Throws: ``ClassificationExperimentError`` if numbers of rows differ, else `PredictionsError` if numbers are not
  ///   probabilities of these labels.
  public init(
    trainingResults: [TrainingResult] = [], best: Int? = nil, labels: [ExactString],
    dataset: ClassificationDataset, probabilities: [[Double]], checkpoint: String? = nil,
    metricFunctions: [MetricFunction]? = nil, fileSystem: FileSystem = .disk
  ) throws {
    guard dataset.count == probabilities.count else {
      throw ClassificationExperimentError(
        .invalid(
          name: "probabilities", found: "\(probabilities.count) rows for \(dataset.count) examples",
          expected: "as many: y_true and y_pred_proba must have the same number of observations"))
    }
    predictions = try Predictions(dataset, labels: labels, probabilities: probabilities)
    evaluation = predictions.evaluate(EvaluationOptions(chance: .off, keepsCurves: false))
    self.trainingResults = trainingResults
    self.best = best
    self.labels = labels
    testPart = dataset
    self.probabilities = probabilities
    bestModelCheckpoint = checkpoint
    self.metricFunctions = metricFunctions
    self.fileSystem = fileSystem
    var log = DiagnosticLog()
    for label in predictions.schema.labels.dropFirst(labels.count) {
      log.add(
        Diagnostic(
          .warning, Self.unseenLabel, at: nil,
          found: "the label \(VisibleText.quoting(label.text)) in the test part only",
          expected: "each label in the training or validation part too",
          consequence:
            "It is never predicted, and metrics of probabilities are undefined. A stratified split has each label "
            + "everywhere."))
    }
    diagnostics = log.diagnostics
  }

  /// The texts of the test part.
  public var X: [String] { testPart.texts }

  /// The truth of the test part: a label for each example, or any number of them.
  public var yTrue: ClassificationDataset.Truth { testPart.truth }

  /// What came of the best combination; nil without any.
  public var bestTraining: TrainingResult? { best.map { trainingResults[$0] } }
}
