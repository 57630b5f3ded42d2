public import Diagnostics
public import RunModel

/// What came of one combination of parameters.
public struct TrainingResult: Hashable, Sendable {
  /// The place of the combination in the grid, counted from 0.
  public var number: Int
  /// What was set.
  public var parameters: [ExactString: Scalar]
  /// The loss on the validation part: as the trainer reports it, else the log loss; nil if it failed.
  public var validationLoss: Double?
  /// The share of the validation part that was predicted rightly, with several labels exactly so; from 0 to 1.
  public var validationAccuracy: Double?
  /// The loss on the training part, if the trainer reports one.
  public var trainLoss: Double?
  /// What the choice goes by, where that is not the loss; nil where it is, or undefined.
  public var selectionValue: Double?
  /// Whether examples may have several labels.
  public var isMultilabel: Bool
  /// The labels, in the order of the columns of probabilities.
  public var labels: [ExactString]
  /// What else the trainer measured.
  public var metrics: [ExactString: Scalar]
  /// Where the model was left, if it was.
  public var checkpoint: String?
  /// Why it failed, with all that is known; nil if it did not.
  public var error: String?

  /// The result of a combination of which nothing else is known yet.
  public init(
    number: Int, parameters: [ExactString: Scalar], isMultilabel: Bool, labels: [ExactString]
  ) {
    self.number = number
    self.parameters = parameters
    self.isMultilabel = isMultilabel
    self.labels = labels
    metrics = [:]
  }

  /// The names and values that gobbli records: `valid_loss`, `valid_accuracy`, `train_loss` and what the trainer measured.
  ///
  /// What is not known is not there; a name of the trainer's own gives way to these.
  public var namedMetrics: [ExactString: Scalar] {
    var all = metrics
    all["valid_loss"] = validationLoss.map { .real($0) }
    all["valid_accuracy"] = validationAccuracy.map { .real($0) }
    all["train_loss"] = trainLoss.map { .real($0) }
    return all
  }
}

extension TrainingResult: CustomStringConvertible {
  /// The combination, for messages: `combination 3 (alpha=0.1, ngram_max=2)`.
  public var description: String {
    let settings = parameters.keys.sorted().map { name in
      let value = parameters[name].map { String($0.text.unicodeScalars.prefix(60)) } ?? ""
      return VisibleText.escaping("\(name)=\(value)")
    }
    return "combination \(number + 1)" + (settings.isEmpty ? "" : " (\(settings.joined(separator: ", ")))")
  }
}
