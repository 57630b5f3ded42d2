public import Diagnostics
import Markup
public import RunModel

/// Predicts new examples, whose truth is not known, by a model that is trained on others first.
///
/// Written is `predictions.csv`: `id`, `prediction`, `probability`. With two labels the probability is that of the positive
/// one, which is predicted from the threshold on; with more it is that of the predicted label, the most probable.
public struct PredictionTask: ExperimentTask {
  /// One example.
  public struct Prediction: Hashable, Sendable {
    /// The example.
    public let id: String
    /// What is predicted.
    public let label: ExactString
    /// Of the positive label if there are two, else of the predicted one.
    public let probability: Double
  }

  /// What is learnt from.
  public var train: ClassificationDataset
  /// What is predicted; its truth is not looked at.
  public var data: ClassificationDataset
  /// What trains and predicts.
  public var trainer: any Trainer
  /// What the trainer is given.
  public var trainerParameters: [ExactString: Scalar]
  /// The probability from which the positive of two labels is predicted.
  public var threshold: Double
  /// The positive of two labels; nil for the last.
  public var positive: ExactString?
  /// Where all chance comes from.
  public var seed: UInt64
  /// How often the trainer goes through its examples, where that means something.
  public var epochs: Int
  /// Where files are written.
  public var fileSystem: FileSystem

  /// A task.
  public init(
    train: ClassificationDataset, data: ClassificationDataset, trainer: any Trainer,
    trainerParameters: [ExactString: Scalar] = [:], threshold: Double = 0.5, positive: ExactString? = nil,
    seed: UInt64 = 42, epochs: Int = 5, fileSystem: FileSystem = .disk
  ) {
    self.train = train
    self.data = data
    self.trainer = trainer
    self.trainerParameters = trainerParameters
    self.threshold = threshold
    self.positive = positive
    self.seed = seed
    self.epochs = epochs
    self.fileSystem = fileSystem
  }

  /// The parameters under skrobot's names.
  public var parameters: TaskParameters {
    [
      "estimator": .text(trainer.name), "train_data_set": .text("\(train.count) examples"),
      "data_set": .text("\(data.count) examples"),
      "estimator_params": TrainerSettings.json(trainerParameters),
      "threshold": .real(threshold), "random_seed": Scalar(.integer, text: "\(seed)"),
      "epochs": .integer(epochs),
    ]
  }

  /// Trains, predicts and writes.
  ///
  /// - Parameter directory: The folder for its files.
  /// - Returns: A prediction of each example, in their order.
  /// - Throws: Whatever the trainer throws; ``TaskError`` for data or options that do not make sense.
  public func run(in directory: String) async throws -> [Prediction] {
    guard !train.isMultilabel, !data.isMultilabel, (0...1).contains(threshold) else {
      throw TaskError(
        .invalidInput, detail: "Expected examples of one label each, and a threshold from 0 to 1.")
    }
    let request = try TrainerSettings.request(
      train: train, test: data, trainerParameters, seed, epochs,
      folder: FilePath.join(directory, "training"), fileSystem)
    let isBinary = request.labels.count == 2
    let positive = isBinary ? self.positive ?? request.labels[1] : nil
    if let positive, !request.labels.contains(positive) {
      throw TaskError(
        .invalidInput,
        detail: "The positive label \(VisibleText.quoting(positive.text)) is none of the data.")
    }
    let outcome = try await trainer.train(request).checked(for: request, trainer: trainer.name)
    let part = CrossValidationPart(
      data, labels: request.labels, probabilities: outcome.test ?? [], positive: positive, thresholds: [],
      beta: 1)
    let predictions = zip(
      data.ids, zip(part.predicted(threshold: isBinary ? threshold : nil), part.probabilities)
    )
    .compactMap { id, pair -> Prediction? in
      guard let label = pair.0.first,
        let column = request.labels.firstIndex(of: positive ?? label)
      else { return nil }
      return Prediction(id: id, label: label, probability: pair.1[column])
    }
    var csv = CSVWriter(lineEnd: "\n")
    csv.row(["id", "prediction", "probability"])
    for prediction in predictions {
      csv.row([prediction.id, prediction.label.text, "\(prediction.probability)"])
    }
    do throws(FileSystemError) {
      try fileSystem.write(csv.bytes, FilePath.join(directory, "predictions.csv"))
    } catch {
      throw TaskError(error)
    }
    return predictions
  }
}
