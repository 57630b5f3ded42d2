public import Diagnostics
public import RunModel

/// What a ``Trainer`` is to do.
public struct TrainingRequest: Sendable {
  /// What to learn from.
  public var train: ClassificationDataset
  /// What to predict for choosing between parameters; its truth may be used for stopping early.
  public var validation: ClassificationDataset?
  /// What to predict in the end; its truth must not be used.
  public var test: ClassificationDataset?
  /// All labels, in the order of the columns of probabilities; the parts may lack some.
  public var labels: [ExactString]
  /// What to try.
  public var parameters: [ExactString: Scalar]
  /// Where all chance comes from.
  public var seed: UInt64
  /// How often to go through the training examples, where that means something.
  public var epochs: Int
  /// How many examples to take at a time, where that means something.
  public var batchSizes: BatchSizes
  /// A folder of its own, made and empty, for files and the checkpoint.
  public var folder: String

  /// How many examples are taken at a time.
  public struct BatchSizes: Hashable, Sendable {
    /// For training.
    public var train: Int
    /// For predicting the validation part.
    public var validation: Int
    /// For predicting the test part.
    public var test: Int

    /// Batch sizes, 32 unless given.
    public init(train: Int = 32, validation: Int = 32, test: Int = 32) {
      self.train = train
      self.validation = validation
      self.test = test
    }
  }

  /// A request to train on `train`.
  public init(
    train: ClassificationDataset, validation: ClassificationDataset? = nil,
    test: ClassificationDataset? = nil, labels: [ExactString], parameters: [ExactString: Scalar] = [:],
    seed: UInt64 = 1, epochs: Int = 5, batchSizes: BatchSizes = BatchSizes(), folder: String
  ) {
    self.train = train
    self.validation = validation
    self.test = test
    self.labels = labels
    self.parameters = parameters
    self.seed = seed
    self.epochs = epochs
    self.batchSizes = batchSizes
    self.folder = folder
  }
}
