/// How a classification experiment is run: what its ``ClassificationExperiment/run(split:seed:stratified:batchSizes:epochs:)``
/// is told.
public struct ExperimentSettings: Hashable, Sendable {
  /// The fractions of train, validation and test, or of train and validation beside a test set; the usual ones where nil.
  public var split: [Double]?
  /// Where all chance comes from: that of the split, and that of the trainer.
  public var seed: UInt64
  /// Whether labels have the same shares in all parts.
  public var stratified: Bool
  /// How many examples a trainer takes at a time, where that means something to it.
  public var batchSizes: TrainingRequest.BatchSizes
  /// How often a trainer goes through the examples, where that means something to it.
  public var epochs: Int

  /// Settings; by default those of gobbli.
  public init(
    split: [Double]? = nil, seed: UInt64 = 1, stratified: Bool = false,
    batchSizes: TrainingRequest.BatchSizes = TrainingRequest.BatchSizes(), epochs: Int = 5
  ) {
    self.split = split
    self.seed = seed
    self.stratified = stratified
    self.batchSizes = batchSizes
    self.epochs = epochs
  }

  /// Refuses numbers that mean nothing.
  func check() throws(ClassificationExperimentError) {
    for (name, value) in [
      ("epochs", epochs), ("batchSizes.train", batchSizes.train),
      ("batchSizes.validation", batchSizes.validation), ("batchSizes.test", batchSizes.test),
    ] where value < 1 {
      throw ClassificationExperimentError(
        .invalid(name: name, found: "\(value)", expected: "a whole number above 0"))
    }
  }
}
