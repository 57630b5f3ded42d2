import Diagnostics
import Evaluation
import RunModel
import RunRegistry

extension ClassificationExperiment {
  /// Runs the experiment.
  ///
  /// A combination that fails is recorded and does not end the rest. The order in which combinations end has no influence
  /// on anything: results are in the order of the grid.
  ///
  /// - Parameters:
  ///   - split: The fractions of train, validation and test, which sum to 1; of train and validation beside a test
  ///     dataset. (0.7, 0.1, 0.2) or (0.8, 0.2) where neither this nor ``settings`` say.
  ///   - seed: Where all chance comes from.
  ///   - stratified: Whether labels have the same shares in all parts.
  ///   - batchSizes: How many examples a trainer takes at a time.
  ///   - epochs: How often a trainer goes through the examples.
  /// - Returns: What came of every combination, and what the best predicted for the test part.
  /// - Throws: ``ClassificationExperimentError`` if the dataset cannot be split so, the experiment exists already, all
  ///   combinations failed or have no finite value to choose by, or the final training fails; `RegistryError` if no run
  ///   can be kept, before anything is trained; `CancellationError`. Where a run cannot be kept later, the results say so in
  ///   their diagnostics.
  public func run(
    split: [Double]? = nil, seed: UInt64? = nil, stratified: Bool? = nil,
    batchSizes: TrainingRequest.BatchSizes? = nil, epochs: Int? = nil
  ) async throws -> ClassificationExperimentResults {
    let settings = ExperimentSettings(
      split: split ?? settings.split, seed: seed ?? settings.seed,
      stratified: stratified ?? settings.stratified, batchSizes: batchSizes ?? settings.batchSizes,
      epochs: epochs ?? settings.epochs)
    try settings.check()
    let plan = try ExperimentPlan(self, settings)
    let folder = ExperimentFolder(self)
    try folder.checkIsFree()
    let keeper = try runs.map { try RunKeeper($0, self, plan) }
    do {
      try folder.make(metadata: plan.metadata(of: self))
      return try await run(plan, keeper)
    } catch let error as ClassificationExperimentError {
      throw Self.kept(error, by: keeper)
    } catch {
      let isStopped = error is CancellationError
      try? keeper?.keepFailure(isStopped ? nil : "\(error)", as: isStopped ? .interrupted : .failed)
      throw error
    }
  }

  private func run(
    _ plan: ExperimentPlan, _ keeper: RunKeeper?
  ) async throws -> ClassificationExperimentResults {
    var problems: [Diagnostic] = []
    let results = try await trainAll(plan, keeper, &problems)
    guard let best = selection.best(of: results) else {
      let failures = results.filter { $0.error != nil }.map { "\($0): \($0.error ?? "")" }
      var error = ClassificationExperimentError(
        failures.count == results.count
          ? .allFailed(failures) : .nothingFinite(measure: selection.measure, failures: failures))
      error.trainingResults = results
      throw error
    }
    do {
      let outcome = try await trainFinally(plan, results[best])
      var found = try ClassificationExperimentResults(
        trainingResults: results, best: best, labels: plan.labels, dataset: plan.test,
        probabilities: outcome.test ?? [],
        checkpoint: outcome.checkpoint.map { plan.checkpoint($0, "final") },
        metricFunctions: metricFunctions, fileSystem: fileSystem)
      do throws(RegistryError) {
        try keeper?.keep(found, outcome)
      } catch {
        problems.append(Self.unkept("the run of the final model", error))
      }
      found.diagnostics += problems
      return found
    } catch let failure as FinalTrainingFailure {
      var error = ClassificationExperimentError(.finalTraining(failure.description))
      error.trainingResults = results
      error.finalParameters = results[best].parameters
      throw error
    }
  }

  /// `error`, after its run was kept; with a word of it where that could not be.
  private static func kept(
    _ error: ClassificationExperimentError, by keeper: RunKeeper?
  ) -> ClassificationExperimentError {
    var whole = error
    // The run itself says that it is the final model's.
    let words = if case .finalTraining(let words) = error.code { words } else { error.description }
    do {
      try keeper?.keepFailure(words, parameters: error.finalParameters)
    } catch {
      whole.keepingProblem = "\(error)"
    }
    return whole
  }

  private static func unkept(_ what: String, _ error: RegistryError) -> Diagnostic {
    Diagnostic(
      .warning, ClassificationExperimentResults.unkeptRun, at: nil,
      found: "\(what), which could not be kept: \(error)", expected: "a registry that can be written to",
      consequence: "The results have all of it; the registry does not.")
  }

  /// Trains every combination, as many at a time as may be.
  private func trainAll(
    _ plan: ExperimentPlan, _ keeper: RunKeeper?, _ problems: inout [Diagnostic]
  ) async throws -> [TrainingResult] {
    let combinations = parameterGrid.combinations
    var results: [TrainingResult?] = combinations.map { _ in nil }
    try await withThrowingTaskGroup(of: TrainingResult.self) { group in
      var waiting = combinations.enumerated().makeIterator()
      func start() {
        guard let (number, parameters) = waiting.next() else { return }
        group.addTask { try await train(plan, number: number, parameters) }
      }
      for _ in 0..<min(concurrency, combinations.count) { start() }
      while let result = try await group.next() {
        results[result.number] = result
        do throws(RegistryError) {
          try keeper?.keep(result)
        } catch {
          // What was trained is worth more than its record.
          problems.append(Self.unkept("the run of \(result)", error))
        }
        start()
      }
    }
    return results.compactMap { $0 }
  }

  /// Trains one combination and judges it; what goes wrong is part of the result.
  private func train(
    _ plan: ExperimentPlan, number: Int, _ parameters: [ExactString: Scalar]
  ) async throws -> TrainingResult {
    var result = TrainingResult(
      number: number, parameters: parameters, isMultilabel: isMultilabel, labels: plan.labels)
    do {
      try Task.checkCancellation()
      let name = plan.trainingName(number)
      let request = TrainingRequest(
        train: plan.train, validation: plan.validation, labels: plan.labels, parameters: parameters,
        seed: plan.settings.seed, epochs: plan.settings.epochs, batchSizes: plan.settings.batchSizes,
        folder: try ExperimentFolder(self).makeTraining(name))
      let outcome = try await checked(trainer.train(request), for: request)
      let probabilities = outcome.validation ?? []
      let predictions = try Predictions(
        plan.validation, labels: plan.labels, probabilities: probabilities)
      result.validationLoss =
        outcome.validationLoss ?? plan.validation.logLoss(of: probabilities, labels: plan.labels)
      result.validationAccuracy = predictions.shareRight
      result.trainLoss = outcome.trainLoss
      result.metrics = outcome.metrics
      result.selectionValue = selection.value(of: predictions)
      result.checkpoint = outcome.checkpoint.map { plan.checkpoint($0, name) }
    } catch {
      try Task.checkCancellation()
      if error is CancellationError { throw error }
      result.error = "\(error)"
    }
    return result
  }

  /// Trains the best combination on the training and validation parts together.
  private func trainFinally(_ plan: ExperimentPlan, _ best: TrainingResult) async throws -> TrainingOutcome {
    do {
      try Task.checkCancellation()
      let request = TrainingRequest(
        train: plan.train.appending(plan.validation), test: plan.test, labels: plan.labels,
        parameters: best.parameters, seed: plan.settings.seed, epochs: plan.settings.epochs,
        batchSizes: plan.settings.batchSizes, folder: try ExperimentFolder(self).makeTraining("final"))
      return try await checked(trainer.train(request), for: request)
    } catch {
      try Task.checkCancellation()
      if error is CancellationError { throw error }
      throw FinalTrainingFailure(description: "\(error)")
    }
  }
}

extension ClassificationExperiment {
  /// The outcome, if it answers the request and its checkpoint is there, inside the folder also by links.
  private func checked(
    _ outcome: TrainingOutcome, for request: TrainingRequest
  ) throws(TrainingOutcomeError) -> TrainingOutcome {
    let outcome = try outcome.checked(for: request, trainer: trainer.name)
    if let checkpoint = outcome.checkpoint,
      !fileSystem.isInside(FilePath.join(request.folder, checkpoint), folder: request.folder)
    {
      throw TrainingOutcomeError(
        trainer: trainer.name, found: "the checkpoint \(VisibleText.quoting(checkpoint)), which is not there",
        expected: "a file or folder inside the folder of the request")
    }
    return outcome
  }
}

/// That the final training failed, apart from all else that may go wrong.
private struct FinalTrainingFailure: Error, CustomStringConvertible {
  let description: String
}
