import Diagnostics
import RunModel

extension EvaluationCrossValidationTask {
  /// Trains and predicts, and chooses the threshold.
  func evaluate(in directory: String) async throws -> CrossValidationResult {
    let labels = try checkedLabels()
    let isBinary = labels.count == 2 && !train.isMultilabel
    let positive = isBinary ? self.positive ?? labels[1] : nil
    var splits: [CrossValidationResult.Split] = []
    for split in try folds.splits(of: train, seed: seed) {
      try Task.checkCancellation()
      let trainPart = train[rows: split.train]
      let validation = train[rows: split.validation]
      let outcome = try await outcome(
        of: trainPart, alsoPredicting: exportAlsoForTrainFolds, validation, labels,
        FilePath.join(directory, "training/split_\(split.number)"))
      splits.append(
        CrossValidationResult.Split(
          fold: split.fold, validation: part(validation, labels, outcome.test ?? [], positive),
          train: exportAlsoForTrainFolds
            ? part(trainPart, labels, outcome.validation ?? [], positive) : nil,
          trainCount: trainPart.count))
    }
    // Before the last training, which may take long: this may fail.
    let summary = isBinary ? summary(of: splits) : nil
    let threshold = try summary.map { summary throws(TaskError) in
      try thresholdSelection.threshold(in: summary, beta: beta)
    }
    var testPart: CrossValidationPart?
    if let test {
      let outcome = try await outcome(
        of: train, alsoPredicting: false, test, labels, FilePath.join(directory, "training/all"))
      testPart = part(test, labels, outcome.test ?? [], positive)
    }
    return CrossValidationResult(
      labels: labels, positive: positive, threshold: threshold, splits: splits, test: testPart,
      summary: summary, beta: beta, diagnostics: summary.map(Self.diagnostics) ?? [])
  }

  private func outcome(
    of train: ClassificationDataset, alsoPredicting: Bool, _ predicted: ClassificationDataset,
    _ labels: [ExactString], _ folder: String
  ) async throws -> TrainingOutcome {
    do throws(FileSystemError) {
      try fileSystem.createDirectory(folder)
    } catch {
      throw TaskError(error)
    }
    // What is left out is the test part of the request: its truth must not be used, not even for stopping early.
    let request = TrainingRequest(
      train: train, validation: alsoPredicting ? train : nil, test: predicted, labels: labels,
      parameters: trainerParameters, seed: seed, epochs: epochs, folder: folder)
    return try await trainer.train(request).checked(for: request, trainer: trainer.name)
  }

  private func part(
    _ dataset: ClassificationDataset, _ labels: [ExactString], _ probabilities: [[Double]],
    _ positive: ExactString?
  ) -> CrossValidationPart {
    CrossValidationPart(
      dataset, labels: labels, probabilities: probabilities, positive: positive, thresholds: thresholds,
      beta: beta)
  }

  private func summary(of splits: [CrossValidationResult.Split]) -> ThresholdSummary {
    var parts = [(name: "validation", splits: splits.map(\.validation.thresholdMetrics))]
    if exportAlsoForTrainFolds {
      parts.append((name: "train", splits: splits.map { $0.train?.thresholdMetrics ?? [] }))
    }
    return ThresholdSummary(parts, beta: beta)
  }

  private static func diagnostics(of summary: ThresholdSummary) -> [Diagnostic] {
    guard let first = summary.gaps.first else { return [] }
    let count = summary.gaps.count
    return [
      Diagnostic(
        .note, .init("tasks.undefined-threshold"), at: nil,
        found:
          "\(count) threshold\(count == 1 ? "" : "s") at which a value is undefined in some split, first "
          + "\(first.threshold) (split \(first.split): \(first.reason))",
        expected: "values in every split",
        consequence: "Such thresholds are not in the summary and never chosen.")
    ]
  }

  /// The labels of the data, in order.
  private func checkedLabels() throws(TaskError) -> [ExactString] {
    func invalid(_ detail: String) -> TaskError { TaskError(.invalidInput, detail: detail) }
    let labels = LabelOrdering.sorted(Set(train.labels).union(test?.labels ?? []))
    guard labels.count >= 2 else {
      throw invalid("The data has \(labels.count) labels; expected at least two.")
    }
    if let test,
      test.isMultilabel != train.isMultilabel || test.columns.map(\.name) != train.columns.map(\.name)
    {
      throw invalid("The test data has other columns than the training data, or other truth.")
    }
    guard Set(train.ids.map { ExactString($0) }).count == train.count else {
      throw invalid("An id stands for two examples of the training data.")
    }
    guard Set(test?.ids.map { ExactString($0) } ?? []).count == test?.count ?? 0 else {
      throw invalid("An id stands for two examples of the test data.")
    }
    guard beta > 0, beta.isFinite else { throw invalid("β is \(beta); expected a number above 0.") }
    guard labels.count == 2, !train.isMultilabel else { return labels }
    if let positive, !labels.contains(positive) {
      let near = NearestName.suggestion(for: positive.text, among: labels.map(\.text))
      throw invalid(
        "The positive label \(VisibleText.quoting(positive.text)) is none of the data."
          + (near.map { " Did you mean \(VisibleText.quoting($0))?" } ?? ""))
    }
    guard !thresholds.isEmpty, thresholds.count <= 10_000, thresholds.allSatisfy({ (0...1).contains($0) }),
      Set(thresholds).count == thresholds.count
    else { throw invalid("Expected 1 to 10,000 thresholds from 0 to 1, each once.") }
    return labels
  }
}
