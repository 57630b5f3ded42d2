public import Diagnostics
public import RunModel

/// What came of a ``TrainingRequest``.
public struct TrainingOutcome: Hashable, Sendable {
  /// `[i][k]`: the probability that example `i` of the validation part has label `k` of the request's labels.
  ///
  /// Nil if and only if the request has no validation part.
  public var validation: [[Double]]?
  /// The same of the test part.
  public var test: [[Double]]?
  /// The loss that the trainer reports for the validation part; nil where it reports none, and then the log loss of
  /// ``validation`` counts.
  public var validationLoss: Double?
  /// The loss on the training part, as the trainer reports it.
  public var trainLoss: Double?
  /// What else the trainer measured: name → value.
  public var metrics: [ExactString: Scalar]
  /// The file or folder, inside the request's folder, from which the model can be had again.
  public var checkpoint: String?

  /// An outcome.
  public init(
    validation: [[Double]]? = nil, test: [[Double]]? = nil, validationLoss: Double? = nil,
    trainLoss: Double? = nil, metrics: [ExactString: Scalar] = [:], checkpoint: String? = nil
  ) {
    self.validation = validation
    self.test = test
    self.validationLoss = validationLoss
    self.trainLoss = trainLoss
    self.metrics = metrics
    self.checkpoint = checkpoint
  }
}
