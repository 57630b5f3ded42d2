public import Diagnostics
public import RunModel

/// Predicts for every example how often labels occur in the training part, whatever the example: what any model must beat.
///
/// Each label's probability is its share of the training examples, so that the most frequent one is predicted; of equally
/// frequent ones the first by its bytes. With ``isCertain`` that one has the probability 1 and all others 0, as in gobbli's
/// majority classifier; its log loss is then hardly to be compared with others'. Where an example may have several labels,
/// shares are those of the examples that have the label, and with ``isCertain`` 1 above one half, else 0.
///
/// It takes no parameters and leaves no checkpoint.
public struct MajorityTrainer: Trainer {
  /// Whether probabilities are 0 and 1 only.
  public let isCertain: Bool

  /// A trainer.
  public init(isCertain: Bool = false) {
    self.isCertain = isCertain
  }

  /// `majority`.
  public var name: String { "majority" }

  /// Whether it is certain.
  public var configuration: [ExactString: Scalar] { ["is_certain": .boolean(isCertain)] }

  /// Counts, and predicts for each part.
  ///
  /// - Throws: ``TrainerParameterError`` for any parameter.
  public func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
    _ = try TrainerParameters(request.parameters, trainer: name, names: [])
    let row = probabilities(in: request.train, labels: request.labels)
    let train = request.train.ids.map { _ in row }
    return TrainingOutcome(
      validation: request.validation.map { $0.ids.map { _ in row } },
      test: request.test.map { $0.ids.map { _ in row } },
      trainLoss: request.train.logLoss(of: train, labels: request.labels))
  }

  private func probabilities(in dataset: ClassificationDataset, labels: [ExactString]) -> [Double] {
    var counts: [ExactString: Int] = [:]
    for row in 0..<dataset.count {
      for label in Set(dataset.labels(ofRow: row)) { counts[label, default: 0] += 1 }
    }
    let shares = labels.map { Double(counts[$0] ?? 0) / Double(max(1, dataset.count)) }
    guard isCertain else { return shares }
    if dataset.isMultilabel { return shares.map { $0 > 0.5 ? 1 : 0 } }
    let first = shares.indices.dropFirst().reduce(0) { shares[$1] > shares[$0] ? $1 : $0 }
    return shares.indices.map { $0 == first ? 1 : 0 }
  }
}
