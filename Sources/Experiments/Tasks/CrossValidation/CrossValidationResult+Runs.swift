public import Diagnostics
public import RunModel
public import RunRegistry

extension CrossValidationResult {
  /// Runs of this result, to be saved in a registry and shown as pages.
  ///
  /// The first, of the variant `cross-validation`, holds the predictions of all splits with a column `fold`, the means and
  /// deviations at the chosen threshold, the tables and the reports. A run of each split follows, of the variants
  /// `split-0`, `split-1`, …, and one of the test data, `test-data`; the first is the parent of these.
  ///
  /// - Parameters:
  ///   - experiment: The experiment's id.
  ///   - timestamp: When it was made; it makes the id of the runs.
  ///   - run: The id of the runs; made from `timestamp` if nil.
  ///   - parameters: What the task was given, as ``EvaluationCrossValidationTask/parameters``.
  /// - Returns: The runs.
  public func runs(
    experiment: ExactString, timestamp: UTCTimestamp, run: ExactString? = nil,
    parameters: TaskParameters = TaskParameters()
  ) -> [ExperimentRun] {
    var pooled = draft(experiment, "cross-validation", timestamp, run, parameters)
    for (name, value) in chosenMetrics where name.hasSuffix("_mean") {
      pooled.logMetric(ExactString(name), .real(value))
    }
    let deviations = chosenMetrics.filter { $0.name.hasSuffix("_std") }
      .map { (ExactString($0.name), Scalar.real($0.value)) }
    if !deviations.isEmpty {
      pooled.logDict("standard deviations", Dictionary(deviations) { first, _ in first })
    }
    for (name, value) in testMetrics { pooled.logMetric(ExactString(name), .real(value)) }
    if let validation = pooledValidation {
      let folds = splits.flatMap { split in split.validation.dataset.ids.map { _ in split.fold } }
      log(validation, folds, "CV validation data", to: &pooled)
    }
    for (name, bytes) in CrossValidationTables(result: self).files {
      pooled.logArtifact(ExactString(name), bytes: bytes, filename: name, mediaType: "text/csv")
    }
    let parent = pooled.run.id.description
    var runs = [pooled]
    for (number, split) in splits.enumerated() {
      var draft = draft(experiment, ExactString("split-\(number)"), timestamp, run, parameters)
      draft.run.parent = parent
      draft.logParam("fold", .text(split.fold.text))
      draft.logParam("training_examples", .integer(split.trainCount))
      log(split.validation, nil, "CV split \(number) validation data", to: &draft)
      runs.append(draft)
    }
    if let test {
      var draft = draft(experiment, "test-data", timestamp, run, parameters)
      draft.run.parent = parent
      for (name, value) in testMetrics { draft.logMetric(ExactString(name), .real(value)) }
      log(test, nil, "test data", to: &draft)
      runs.append(draft)
    }
    return runs
  }

  /// Saves ``runs(experiment:timestamp:run:parameters:)`` in a registry.
  ///
  /// - Parameters:
  ///   - registry: The registry.
  ///   - experiment: The experiment's id.
  ///   - timestamp: When it was made.
  ///   - parameters: What the task was given.
  /// - Returns: Where the runs are, the one of all splits first. All have the same run id, also where others of that
  ///   second are there already.
  /// - Throws: `RegistryError`; runs that were saved before stay.
  @discardableResult
  public func save(
    to registry: Registry, experiment: ExactString, timestamp: UTCTimestamp,
    parameters: TaskParameters = TaskParameters()
  ) throws(RegistryError) -> [SavedRun] {
    guard let first = runs(experiment: experiment, timestamp: timestamp, parameters: parameters).first else {
      return []
    }
    // The registry chooses an id that is free; the others, and the parent that they name, follow it.
    let saved = try registry.save(first, createdAt: timestamp)
    let others = runs(
      experiment: experiment, timestamp: timestamp, run: saved.id.run, parameters: parameters
    ).dropFirst()
    var places = [saved]
    for run in others { places.append(try registry.save(run, createdAt: timestamp)) }
    return places
  }

  private func draft(
    _ experiment: ExactString, _ variant: ExactString, _ timestamp: UTCTimestamp, _ run: ExactString?,
    _ parameters: TaskParameters
  ) -> ExperimentRun {
    var draft = ExperimentRun(experiment: experiment, variant: variant, run: run, timestamp: timestamp)
    for entry in parameters.entries { draft.logParam(entry.name, entry.value) }
    if let threshold { draft.logParam("threshold", .real(threshold)) }
    if let positive { draft.logParam("positive_label", .text(positive.text)) }
    return draft
  }

  private func log(
    _ part: CrossValidationPart, _ folds: [ExactString]?, _ title: String, to draft: inout ExperimentRun
  ) {
    let predictions = CrossValidationPredictions(part: part, folds: folds, threshold: threshold)
    draft.logArtifact(
      "predictions", bytes: predictions.bytes, filename: "predictions.jsonl", mediaType: "application/jsonl")
    let reports = CrossValidationReports(part: part, title: title, threshold: threshold, beta: beta)
    draft.logText(
      "classification report", reports.classificationReport, filename: "classification_report.txt")
    if let report = reports.falsePositivesReport {
      draft.logText("false positives", report, filename: "false_positives_report.txt")
    }
    if let report = reports.falseNegativesReport {
      draft.logText("false negatives", report, filename: "false_negatives_report.txt")
    }
  }
}
