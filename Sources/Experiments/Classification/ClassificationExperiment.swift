public import Diagnostics

/// Tries every combination of parameters of a trainer, and tests the best.
///
/// A model is trained for each combination on the training part and judged on the validation part. The best combination is
/// trained again on both parts together and predicts the test part.
///
/// ```swift
/// let experiment = try ClassificationExperiment(
///   dataset: dataset, trainer: MultinomialNaiveBayesTrainer(),
///   parameterGrid: ParameterGrid(["alpha": [0.1, 1]]), name: "sections", folder: "experiments")
/// let results = try await experiment.run(split: [0.7, 0.1, 0.2], seed: 1)
/// results.metricsReport()
/// ```
///
/// Its files are in `<folder>/<name>`: ``metadataName``, from which it can be run again, and a folder for each training.
public struct ClassificationExperiment: Sendable {
  /// The file in ``directory`` that says what the experiment is.
  public static let metadataName = "gobbli-experiment-meta.json"

  /// What it is called; unique in its folder.
  public let name: String
  /// The examples, cut to the limit that was given.
  public let dataset: ClassificationDataset
  /// Examples for the final test; without them they are taken from ``dataset``.
  public let testDataset: ClassificationDataset?
  /// What learns.
  public let trainer: any Trainer
  /// What is tried.
  public let parameterGrid: ParameterGrid
  /// The experiment's own folder: `<folder>/<name>`.
  public let directory: String
  /// What ``directory`` lies in.
  public let fileSystem: FileSystem
  /// How many combinations are trained at the same time.
  public let concurrency: Int
  /// What ``ClassificationExperimentResults/metrics()`` gives; nil for the usual four.
  public let metricFunctions: [MetricFunction]?
  /// What the best combination is chosen by.
  public let selection: ModelSelection
  /// Whether an experiment of the same name is replaced.
  public let overwriteExisting: Bool
  /// Where its runs go, if they are kept.
  public let runs: RunDestination?
  /// How many examples of the dataset were taken, if not all.
  public let limit: Int?
  /// How ``run(split:seed:stratified:batchSizes:epochs:)`` runs it unless it is told otherwise.
  public let settings: ExperimentSettings

  /// An experiment.
  ///
  /// - Parameters:
  ///   - dataset: The examples.
  ///   - testDataset: Examples for the final test; of the same columns.
  ///   - trainer: What learns.
  ///   - parameterGrid: What is tried; nothing but the trainer's own defaults where absent.
  ///   - name: What it is called: one part of a path.
  ///   - folder: The folder of experiments; made where it is not there.
  ///   - fileSystem: What the folder lies in; trainers that run programs need the disk.
  ///   - concurrency: How many combinations are trained at the same time, at least 1.
  ///   - metricFunctions: What the results report instead of the usual four metrics.
  ///   - selection: What the best combination is chosen by.
  ///   - runs: Where runs go: one for each combination and one for the final model.
  ///   - overwriteExisting: Whether an experiment of the same name is replaced.
  ///   - limit: How many examples of the dataset are taken, the first ones; all where absent.
  ///   - settings: How it is run unless `run` is told otherwise.
  /// - Throws: ``ClassificationExperimentError`` if there is an experiment of that name, two examples have one id, the two
  ///   datasets do not fit each other, or a name or number is not one.
  public init(
    dataset: ClassificationDataset, testDataset: ClassificationDataset? = nil, trainer: any Trainer,
    parameterGrid: ParameterGrid = ParameterGrid(), name: String, folder: String,
    fileSystem: FileSystem = .disk, concurrency: Int = 1, metricFunctions: [MetricFunction]? = nil,
    selection: ModelSelection = .validationLoss, runs: RunDestination? = nil,
    overwriteExisting: Bool = false, limit: Int? = nil, settings: ExperimentSettings = ExperimentSettings()
  ) throws(ClassificationExperimentError) {
    try Self.check(name: name)
    for (title, value) in [("concurrency", concurrency), ("limit", limit ?? 1)] where value < 1 {
      throw ClassificationExperimentError(
        .invalid(name: title, found: "\(value)", expected: "a whole number above 0"))
    }
    self.name = name
    self.dataset = limit.map { dataset[rows: Array(0..<min($0, dataset.count))] } ?? dataset
    self.testDataset = testDataset
    self.trainer = trainer
    self.parameterGrid = parameterGrid
    directory = FilePath.join(folder, name)
    self.fileSystem = fileSystem
    self.concurrency = concurrency
    self.metricFunctions = metricFunctions
    self.selection = selection
    self.runs = runs
    self.overwriteExisting = overwriteExisting
    self.limit = limit
    self.settings = settings
    try checkDatasets()
    try ExperimentFolder(self).checkIsFree()
  }

  /// The file that says what the experiment is.
  public var metadataPath: String { FilePath.join(directory, Self.metadataName) }

  /// Whether examples may have several labels.
  public var isMultilabel: Bool { dataset.isMultilabel }
}

extension ClassificationExperiment {
  private static func check(name: String) throws(ClassificationExperimentError) {
    guard FilePath.isContained(name), !name.utf8.contains(UInt8(ascii: "/")), name.utf8.count <= 200,
      !name.utf8.starts(with: ".".utf8)
    else {
      throw ClassificationExperimentError(
        .invalid(
          name: "name", found: VisibleText.quoting(name),
          expected:
            "a name for a folder: not empty, at most 200 bytes, no slash, no full stop at its beginning"))
    }
  }

  private func checkDatasets() throws(ClassificationExperimentError) {
    if let testDataset {
      guard testDataset.isMultilabel == dataset.isMultilabel else {
        let words = ["one label for each example", "any number of labels for each example"]
        throw ClassificationExperimentError(
          .otherKind(
            found: words[testDataset.isMultilabel ? 1 : 0], expected: words[dataset.isMultilabel ? 1 : 0]))
      }
      guard testDataset.columns.map(\.name) == dataset.columns.map(\.name) else {
        let names = [testDataset, dataset].map { part in
          part.columns.isEmpty
            ? "no columns" : part.columns.map { VisibleText.quoting($0.name.text) }.joined(separator: ", ")
        }
        throw ClassificationExperimentError(.otherKind(found: names[0], expected: names[1]))
      }
      guard testDataset.count > 0 else {
        throw ClassificationExperimentError(
          .otherKind(found: "no examples", expected: "at least one, or no test dataset"))
      }
    }
    for part in [dataset] + (testDataset.map { [$0] } ?? []) {
      var known: Set<ExactString> = []
      for id in part.ids where !known.insert(ExactString(id)).inserted {
        throw ClassificationExperimentError(.duplicateID(id))
      }
    }
  }
}
