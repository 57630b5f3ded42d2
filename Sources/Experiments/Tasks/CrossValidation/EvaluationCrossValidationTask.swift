public import Diagnostics
public import RunModel

/// Evaluates a trainer by cross-validation, and chooses the threshold from which a row counts as positive.
///
/// ```swift
/// let task = EvaluationCrossValidationTask(
///   train: train, test: test, trainer: trainer, folds: .stratified(count: 3),
///   thresholdSelection: .metric("f1"))
/// let result = try await experiment.run(task)
/// result.threshold  // 0.43
/// ```
///
/// For each fold a model is trained on the other folds and predicts it. With two labels the thresholds 0.01 … 0.99 are
/// tried and one is chosen; with more, or several at a time, the most probable counts and there are no thresholds. With
/// test data a last model is trained on all of the training data. Written are tables as CSV and reports as text under
/// skrobot's names; ``CrossValidationResult/runs(experiment:timestamp:run:parameters:)`` makes runs of it, which become pages.
public struct EvaluationCrossValidationTask: ExperimentTask {
  /// What is cut into folds.
  public var train: ClassificationDataset
  /// What is predicted in the end by a model that has seen all of ``train``; nil for nothing.
  public var test: ClassificationDataset?
  /// What trains.
  public var trainer: any Trainer
  /// What the trainer is given.
  public var trainerParameters: [ExactString: Scalar]
  /// How the training data is cut.
  public var folds: CrossValidationFolds
  /// The positive of two labels; nil for the last.
  public var positive: ExactString?
  /// How the threshold is chosen.
  public var thresholdSelection: ThresholdSelection
  /// The thresholds that are tried, from 0 to 1, each once; by default 0.01, 0.02 … 0.99.
  public var thresholds: [Double]
  /// The β of the F-measure, above 0.
  public var beta: Double
  /// Where all chance comes from.
  public var seed: UInt64
  /// How often the trainer goes through its examples, where that means something.
  public var epochs: Int
  /// Whether classification reports are written.
  public var exportsClassificationReports: Bool
  /// Whether lists of false positives are written.
  public var exportsFalsePositivesReports: Bool
  /// Whether lists of false negatives are written.
  public var exportsFalseNegativesReports: Bool
  /// Whether all of that is done for the training parts too.
  ///
  /// The trainer is then given its training part as a validation part, to predict it.
  public var exportAlsoForTrainFolds: Bool
  /// Where files are written.
  public var fileSystem: FileSystem

  /// A task.
  public init(
    train: ClassificationDataset, test: ClassificationDataset? = nil, trainer: any Trainer,
    trainerParameters: [ExactString: Scalar] = [:], folds: CrossValidationFolds = .stratified(),
    positive: ExactString? = nil, thresholdSelection: ThresholdSelection = .metric("f1"),
    thresholds: [Double] = (1...99).map { Double($0) / 100 }, beta: Double = 1, seed: UInt64 = 42,
    epochs: Int = 5, exportsClassificationReports: Bool = true, exportsFalsePositivesReports: Bool = true,
    exportsFalseNegativesReports: Bool = true, exportAlsoForTrainFolds: Bool = false,
    fileSystem: FileSystem = .disk
  ) {
    self.train = train
    self.test = test
    self.trainer = trainer
    self.trainerParameters = trainerParameters
    self.folds = folds
    self.positive = positive
    self.thresholdSelection = thresholdSelection
    self.thresholds = thresholds
    self.beta = beta
    self.seed = seed
    self.epochs = epochs
    self.exportsClassificationReports = exportsClassificationReports
    self.exportsFalsePositivesReports = exportsFalsePositivesReports
    self.exportsFalseNegativesReports = exportsFalseNegativesReports
    self.exportAlsoForTrainFolds = exportAlsoForTrainFolds
    self.fileSystem = fileSystem
  }

  /// Trains, predicts, chooses and writes.
  ///
  /// - Parameter directory: The folder for its files; models are in `training/split_0` and so on.
  /// - Returns: Everything that was found.
  /// - Throws: ``TaskError`` for data or options that do not make sense, and whatever the trainer throws.
  public func run(in directory: String) async throws -> CrossValidationResult {
    let result = try await evaluate(in: directory)
    do throws(FileSystemError) {
      try CrossValidationFiles(result: result, task: self).write(to: directory, fileSystem)
    } catch {
      throw TaskError(error)
    }
    return result
  }
}
