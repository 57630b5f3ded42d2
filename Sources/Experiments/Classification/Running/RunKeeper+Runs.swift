import Diagnostics
import Evaluation
import Markup
import RunModel
import RunRegistry

extension RunKeeper {
  /// Keeps the run of a combination.
  func keep(_ result: TrainingResult) throws(RegistryError) {
    var draft = draft("_combination_" + plan.trainingName(result.number), parameters: result.parameters)
    draft.run.parent = finalID.description
    draft.run.provenance["combination"] = "\(result.number + 1)"
    // A page shows the combinations as the search that they are.
    let isLower = selection.direction == .lowerIsBetter
    draft.run.provenance[SearchProvenance.strategy] = "grid"
    draft.run.provenance[SearchProvenance.seed] = "\(plan.settings.seed)"
    draft.run.provenance[SearchProvenance.metric] = selection.recordName.text
    draft.run.provenance[SearchProvenance.direction] = isLower ? "minimize" : "maximize"
    draft.logMetrics(result.namedMetrics)
    if let value = selection.value(of: result) { draft.logMetric(selection.recordName, .real(value)) }
    if let checkpoint = result.checkpoint { draft.run.provenance["checkpoint"] = checkpoint }
    if let error = result.error {
      draft.run.status = .failed
      draft.run.error = error
    }
    _ = try registry.save(draft)
  }

  /// Keeps the run of the final model, with its predictions.
  func keep(_ results: ClassificationExperimentResults, _ outcome: TrainingOutcome) throws(RegistryError) {
    var draft = draft("_final", parameters: results.bestTraining?.parameters ?? [:])
    draft.logMetrics(outcome.metrics)
    if let loss = outcome.trainLoss { draft.logMetric("train_loss", .real(loss)) }
    for metric in results.metrics() { draft.logMetric(ExactString(metric.name), .real(metric.value)) }
    if let best = results.best { draft.run.provenance["best combination"] = "\(best + 1)" }
    if let checkpoint = results.bestModelCheckpoint { draft.run.provenance["checkpoint"] = checkpoint }
    draft.logFeatures(results.testPart.columns.map(\.name.text))
    draft.logArtifact(
      "predictions", bytes: PredictionLines(results).bytes, filename: "predictions.jsonl",
      mediaType: "application/x-ndjson")
    draft.logText("metrics report", results.metricsReport(), filename: "metrics-report.txt")
    _ = try registry.save(draft, overwrite: true)
  }

  /// Keeps that there will be a final model.
  func keepBeginning() throws(RegistryError) {
    var draft = draft("_final", parameters: [:])
    draft.run.status = .running
    _ = try registry.save(draft)
  }

  /// Keeps that the final model could not be made, that no combination was the best, or that somebody stopped it.
  func keepFailure(
    _ error: String?, parameters: [ExactString: Scalar] = [:], as status: RunStatus = .failed
  ) throws(RegistryError) {
    var draft = draft("_final", parameters: parameters)
    draft.run.status = status
    draft.run.error = error
    _ = try registry.save(draft, overwrite: true)
  }

  private var finalID: RunID {
    RunID(experiment: experiment, variant: variant, run: ExactString(stem + "_final"))
  }

  private func draft(_ ending: String, parameters: [ExactString: Scalar]) -> ExperimentRun {
    var draft = ExperimentRun(
      experiment: experiment, variant: variant, run: ExactString(stem + ending), timestamp: timestamp)
    draft.logParams(parameters)
    draft.run.provenance = provenance
    return draft
  }
}
