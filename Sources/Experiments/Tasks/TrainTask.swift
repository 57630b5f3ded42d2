public import Diagnostics
public import RunModel

/// Trains a model on all of a dataset.
///
/// The model's files are in the folder `trained_model` of the task's own.
public struct TrainTask: ExperimentTask {
  /// What is learnt from.
  public var train: ClassificationDataset
  /// What trains.
  public var trainer: any Trainer
  /// What the trainer is given.
  public var trainerParameters: [ExactString: Scalar]
  /// Where all chance comes from.
  public var seed: UInt64
  /// How often the trainer goes through its examples, where that means something.
  public var epochs: Int
  /// Where the folder is.
  public var fileSystem: FileSystem

  /// A task.
  public init(
    train: ClassificationDataset, trainer: any Trainer, trainerParameters: [ExactString: Scalar] = [:],
    seed: UInt64 = 42, epochs: Int = 5, fileSystem: FileSystem = .disk
  ) {
    self.train = train
    self.trainer = trainer
    self.trainerParameters = trainerParameters
    self.seed = seed
    self.epochs = epochs
    self.fileSystem = fileSystem
  }

  /// The parameters under skrobot's names.
  public var parameters: TaskParameters {
    [
      "estimator": .text(trainer.name), "train_data_set": .text("\(train.count) examples"),
      "estimator_params": TrainerSettings.json(trainerParameters),
      "random_seed": Scalar(.integer, text: "\(seed)"), "epochs": .integer(epochs),
    ]
  }

  /// Trains.
  ///
  /// - Parameter directory: The folder for its files.
  /// - Returns: What the trainer tells, with the model's checkpoint if it keeps one.
  /// - Throws: Whatever the trainer throws; ``TaskError`` if there is nothing to learn or the disk refuses.
  public func run(in directory: String) async throws -> TrainingOutcome {
    let request = try TrainerSettings.request(
      train: train, test: nil, trainerParameters, seed, epochs,
      folder: FilePath.join(directory, "trained_model"), fileSystem)
    return try await trainer.train(request).checked(for: request, trainer: trainer.name)
  }
}
