import Diagnostics
import RunModel

/// What an experiment is about to do: its parts, labels and settings.
struct ExperimentPlan: Sendable {
  let settings: ExperimentSettings
  let fractions: SplitFractions
  let train: ClassificationDataset
  let validation: ClassificationDataset
  /// The test part; for a trainer to predict, and for us to judge.
  let test: ClassificationDataset
  /// The three parts by the names that metadata gives them.
  var parts: [(name: String, dataset: ClassificationDataset)] {
    [("train", train), ("validation", validation), ("test", test)]
  }
  /// The labels of the training and validation parts, sorted by their bytes.
  let labels: [ExactString]
  /// The experiment's folder.
  private let directory: String
  private let combinations: Int

  init(
    _ experiment: ClassificationExperiment, _ settings: ExperimentSettings
  ) throws(ClassificationExperimentError) {
    let hasTest = experiment.testDataset != nil
    let fractions =
      try settings.split.map { parts throws(ClassificationExperimentError) in
        try SplitFractions(parts, hasTestDataset: hasTest)
      } ?? .standard(hasTestDataset: hasTest)
    let dataset = experiment.dataset
    let rows = try DatasetSplit(of: dataset, fractions, seed: settings.seed, stratified: settings.stratified)
    self.settings = settings
    self.fractions = fractions
    train = dataset[rows: rows.train]
    validation = dataset[rows: rows.validation]
    test = experiment.testDataset ?? dataset[rows: rows.test]
    labels = Set(train.labels + validation.labels).sorted()
    guard !labels.isEmpty else {
      throw ClassificationExperimentError(
        .invalid(
          name: "dataset", found: "no label in the training and validation parts", expected: "at least one"))
    }
    directory = experiment.directory
    combinations = experiment.parameterGrid.count
  }

  /// The name of the folder of a combination, by which folders are in the order of the grid: `007`.
  func trainingName(_ number: Int) -> String {
    let digits = "\(number + 1)"
    return String(repeating: "0", count: max(0, "\(combinations)".count - digits.count)) + digits
  }

  /// The path of a checkpoint that the training called `name` left.
  func checkpoint(_ path: String, _ name: String) -> String {
    FilePath.join(FilePath.join(FilePath.join(directory, "trainings"), name), path)
  }
}
