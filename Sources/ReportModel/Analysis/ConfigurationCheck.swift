import Diagnostics
import Evaluation
import RunModel

/// Holds what `assay.yaml` says of an experiment against the runs that are there.
struct ConfigurationCheck {
  /// The run that is named as baseline: the latest of those that the name fits.
  let baseline: EvaluatedRun?
  private let id: ExactString
  private let runs: [EvaluatedRun]
  private let configuration: ExperimentConfiguration

  /// Checks against `runs`, given oldest first.
  init(id: ExactString, runs: [EvaluatedRun], configuration: ExperimentConfiguration) {
    self.id = id
    self.runs = runs
    self.configuration = configuration
    baseline = configuration.baseline.flatMap { wanted in
      runs.last { Self.names(of: $0.run.id).contains(wanted) }
    }
  }

  /// Warnings about names of which nothing is there.
  ///
  /// - Parameter hasScores: whether any run has the metric that decides.
  /// - Returns: at most one warning for each name.
  func diagnostics(hasScores: Bool) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let wanted = configuration.baseline, baseline == nil {
      let names = runs.flatMap { Self.names(of: $0.run.id) }
      diagnostics.append(
        unknown(
          "baseline", wanted, expected: "one of its runs or variants", among: names,
          consequence: "The best run is used as baseline instead."))
    }
    if let wanted = configuration.primaryMetric, !hasScores, !runs.isEmpty {
      let names = runs.flatMap { run in
        run.run.metricNames + (run.evaluated?.evaluation.metrics.map { ExactString($0.name) } ?? [])
      }
      diagnostics.append(
        unknown(
          "primary-metric", wanted, expected: "a metric that a run has", among: names,
          consequence: "No run is ranked."))
    }
    return diagnostics
  }

  /// All ways of naming a run: its id, its variant, both, all three.
  private static func names(of id: RunID) -> [ExactString] {
    [id.run, id.variant, ExactString("\(id.variant)/\(id.run)"), ExactString(id.description)]
  }

  private func unknown(
    _ key: String, _ wanted: ExactString, expected: String, among names: [ExactString], consequence: String
  ) -> Diagnostic {
    // Sorted, so that the suggestion does not depend on the order of a dictionary.
    let near = NearestName.suggestion(for: wanted.text, among: Set(names).sorted().map(\.text))
    return Diagnostic(
      .warning, Diagnostic.Kind("configuration.\(key)"), at: nil,
      found:
        "the \(key.split(separator: "-").joined(separator: " ")) \(VisibleText.quoting(wanted.text)) of experiment "
        + VisibleText.quoting(id.text),
      expected: expected + (near.map { ", such as \(VisibleText.quoting($0))" } ?? ""),
      consequence: consequence)
  }
}
