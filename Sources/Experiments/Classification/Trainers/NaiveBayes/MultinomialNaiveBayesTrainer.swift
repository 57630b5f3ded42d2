public import Diagnostics
import RunModel

/// Multinomial naive Bayes over hashed words: a baseline that learns, and runs anywhere.
///
/// ```swift
/// let trainer = MultinomialNaiveBayesTrainer()
/// let grid = try ParameterGrid(["alpha": [0.1, 1], "ngram_max": [1, 2]])
/// ```
///
/// Parameters: `alpha` (above 0; 1), the smoothing; `fit_prior` (true), whether frequent labels are more probable to begin
/// with; `ngram_min` and `ngram_max` (1 to 10; both 1), how many words a feature has; `n_features` (1 to 2³¹ − 1; 2²⁰), how
/// many features there are.
///
/// Text is put in lower case; words are runs of at least two letters, digits and underscores. A run of words, joined by
/// blanks, is the feature abs(MurmurHash3) mod `n_features`, the hash being that for 32 bits, of the UTF-8, by seed 0: what
/// scikit-learn's `HashingVectorizer(norm=None, alternate_sign=False)` counts. Each column of the dataset adds the feature of
/// `name=value`. Chance, epochs and batch sizes mean nothing here. See ``MultinomialNaiveBayesModel`` for the formula.
///
/// The checkpoint is `model.json`, which ``MultinomialNaiveBayesModel/init(checkpointAt:fileSystem:)`` reads.
public struct MultinomialNaiveBayesTrainer: Trainer {
  /// The name of the checkpoint in the folder of a request.
  public static let checkpointName = "model.json"

  private let fileSystem: FileSystem

  /// A trainer that leaves its checkpoints in `fileSystem`: that of the experiment.
  public init(fileSystem: FileSystem = .disk) {
    self.fileSystem = fileSystem
  }

  /// `multinomial-naive-bayes`.
  public var name: String { "multinomial-naive-bayes" }

  /// Counts, writes the checkpoint, and predicts for each part.
  ///
  /// - Throws: ``TrainerParameterError`` for a parameter that it does not take or not so; `FileSystemError` if the checkpoint
  ///   cannot be written.
  public func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
    let parameters = try TrainerParameters(
      request.parameters, trainer: name,
      names: ["alpha", "fit_prior", "ngram_min", "ngram_max", "n_features"])
    let shortest = try parameters.integer("ngram_min", standard: 1, in: 1...10)
    let features = HashedCounts(
      featureCount: try parameters.integer("n_features", standard: 1 << 20, in: 1...Int(Int32.max)),
      shortest: shortest,
      longest: try parameters.integer("ngram_max", standard: shortest, in: shortest...10))
    let alpha = try parameters.number("alpha", standard: 1, expected: "a number above 0") {
      $0 > 0 && $0 < 1e100
    }
    let rows = features.rows(of: request.train)
    let model = MultinomialNaiveBayesModel(
      labels: request.labels, isMultilabel: request.train.isMultilabel, alpha: alpha,
      fitsPrior: try parameters.boolean("fit_prior", standard: true), features: features,
      counts: NaiveBayesCounts(rows, of: request.train, labels: request.labels))
    try model.write(to: FilePath.join(request.folder, Self.checkpointName), in: fileSystem)
    return TrainingOutcome(
      validation: request.validation.map { model.probabilities(of: $0) },
      test: request.test.map { model.probabilities(of: $0) },
      trainLoss: request.train.logLoss(of: model.probabilities(ofRows: rows), labels: request.labels),
      checkpoint: Self.checkpointName)
  }
}
