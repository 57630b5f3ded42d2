import Diagnostics
import Evaluation
import Markup
import RunModel
import RunRegistry
import ScalarFormats

/// Keeps the runs of an experiment in a registry: one of each combination, and one of the final model.
///
/// Their ids are the time as a registry writes it with `_combination_01`, …, and with `_final`; with a number behind the
/// time if one of them is taken. So the final one is the latest, and they stand together in the order of the grid. It is
/// there from the beginning, as one that runs, so that no other experiment takes the ids.
struct RunKeeper: Sendable {
  let registry: Registry
  let timestamp: UTCTimestamp
  let experiment: ExactString
  let variant: ExactString
  private(set) var stem = ""
  let plan: ExperimentPlan
  let selection: ModelSelection
  let provenance: [ExactString: String]

  private static let attempts = 9_999

  /// A keeper of the runs of `experiment`, which begins with that of the final model.
  ///
  /// - Throws: `RegistryError` if nothing can be kept; ``ClassificationExperimentError`` if there are too many runs.
  init(_ destination: RunDestination, _ experiment: ClassificationExperiment, _ plan: ExperimentPlan) throws {
    registry = destination.registry
    timestamp = destination.timestamp
    self.experiment = destination.experiment ?? ExactString(experiment.name)
    variant = destination.variant ?? ExactString(experiment.trainer.name)
    self.plan = plan
    selection = experiment.selection
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
    try begin(combinations: experiment.parameterGrid.count)
  }

  /// Takes the first ids that are free.
  private mutating func begin(combinations: Int) throws {
    let endings = (0..<combinations).map { "_combination_" + plan.trainingName($0) } + ["_final"]
    let time = timestamp.runID
    for number in 1...Self.attempts {
      stem = time + (number == 1 ? "" : "_\(String(10_000 + number).dropFirst())")
      let isFree = endings.allSatisfy { ending in
        !registry.contains(RunID(experiment: experiment, variant: variant, run: ExactString(stem + ending)))
      }
      guard isFree else { continue }
      do throws(RegistryError) {
        try keepBeginning()
        return
      } catch {
        // Another experiment of this second came first.
        guard error.reason == .runExists else { throw error }
      }
    }
    throw ClassificationExperimentError(
      .files("The registry has too many runs of \(time). Give the runs another time."))
  }
}
