import Diagnostics
import Evaluation
import Markup
import RunModel
import RunRegistry
import ScalarFormats

/// Keeps the runs of an experiment in a registry: one of each combination, and one of the final model.
///
/// Their ids are the time as a registry writes it with `_combination_01`, …, and with `_final`; with a number behind the
/// time if one of them is taken. So the final one is the latest, and they stand together in the order of the grid.
struct RunKeeper: Sendable {
  let registry: Registry
  let timestamp: UTCTimestamp
  let experiment: ExactString
  let variant: ExactString
  let stem: String
  let plan: ExperimentPlan
  let provenance: [ExactString: String]

  private static let attempts = 9_999

  /// A keeper of the runs of `experiment`, whose ids are free at this moment.
  init(
    _ destination: RunDestination, _ experiment: ClassificationExperiment, _ plan: ExperimentPlan
  ) throws(ClassificationExperimentError) {
    registry = destination.registry
    timestamp = destination.timestamp
    self.experiment = destination.experiment ?? ExactString(experiment.name)
    variant = destination.variant ?? ExactString(experiment.trainer.name)
    self.plan = plan
    let names =
      (0..<experiment.parameterGrid.count).map { "_combination_" + plan.trainingName($0) } + ["_final"]
    let (registry, place) = (registry, (self.experiment, variant))
    let time = destination.timestamp.runID
    let stems = (1...Self.attempts).lazy.map { number in
      time + (number == 1 ? "" : "_\(String(10_000 + number).dropFirst())")
    }
    let free = stems.first { stem in
      names.allSatisfy {
        !registry.contains(RunID(experiment: place.0, variant: place.1, run: ExactString(stem + $0)))
      }
    }
    guard let free else {
      throw ClassificationExperimentError(
        .files("The registry has too many runs of \(time). Give the runs another time."))
    }
    stem = free
    let split = plan.fractions.parts.map { "\($0)" }.joined(separator: ", ")
    var provenance: [ExactString: String] = [
      "tool": "assay", "classification experiment": experiment.name, "trainer": experiment.trainer.name,
      "seed": "\(plan.settings.seed)",
      "split": split + (plan.settings.stratified ? ", stratified" : "")
        + (plan.fractions.test == nil ? ", test dataset" : ""),
      "rows": "train \(plan.train.count), validation \(plan.validation.count), test \(plan.test.count)",
      "chosen by": experiment.selection.name.text, "dataset sha256": experiment.dataset.digest,
    ]
    for (name, value) in experiment.trainer.configuration {
      provenance[ExactString("trainer " + name.text)] = value.text
    }
    self.provenance = provenance
  }
}
