import Diagnostics

extension TrainingOutcome {
  /// This outcome, if it is one of `request`.
  ///
  /// For each part that the request has there must be a row of probabilities for each example, with one finite number from
  /// 0 to 1 for each label. Rows that do not sum to 1 pass: the metrics that need a distribution are then undefined. A loss
  /// that is not finite passes too: such a model is not chosen. The name of the checkpoint must lie in the request's folder.
  ///
  /// - Parameters:
  ///   - request: What was asked for.
  ///   - trainer: The name of who answered, for the message.
  /// - Returns: The outcome itself.
  /// - Throws: ``TrainingOutcomeError`` with what was found and what was expected.
  public func checked(
    for request: TrainingRequest, trainer: String
  ) throws(TrainingOutcomeError) -> TrainingOutcome {
    try Self.check(
      validation, of: request.validation, named: "validation", labels: request.labels, trainer: trainer)
    try Self.check(test, of: request.test, named: "test", labels: request.labels, trainer: trainer)
    if let checkpoint {
      let inside = FilePath.relative(checkpoint, to: request.folder)
      guard FilePath.isContained(inside) else {
        throw TrainingOutcomeError(
          trainer: trainer, found: "the checkpoint \(VisibleText.quoting(checkpoint))",
          expected: "a path inside the folder of the request")
      }
    }
    return self
  }

  private static func check(
    _ rows: [[Double]]?, of part: ClassificationDataset?, named name: String, labels: [ExactString],
    trainer: String
  ) throws(TrainingOutcomeError) {
    guard let part else {
      guard rows == nil else {
        throw TrainingOutcomeError(
          trainer: trainer, found: "probabilities of a \(name) part",
          expected: "none, since the request has no such part")
      }
      return
    }
    guard let rows else {
      throw TrainingOutcomeError(
        trainer: trainer, found: "no probabilities of the \(name) part",
        expected: "\(part.count) rows of them")
    }
    guard rows.count == part.count else {
      throw TrainingOutcomeError(
        trainer: trainer, found: "\(rows.count) rows of probabilities of the \(name) part",
        expected: "\(part.count), one for each example")
    }
    for (row, values) in rows.enumerated() {
      let place = "example \(VisibleText.quoting(part.ids[row])) of the \(name) part"
      guard values.count == labels.count else {
        throw TrainingOutcomeError(
          trainer: trainer, found: "\(values.count) probabilities of \(place)",
          expected: "\(labels.count), one for each label")
      }
      if let column = values.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
        throw TrainingOutcomeError(
          trainer: trainer,
          found:
            "a probability of \(values[column]) for label \(VisibleText.quoting(labels[column].text)) of \(place)",
          expected: "a number from 0 to 1")
      }
    }
  }
}
