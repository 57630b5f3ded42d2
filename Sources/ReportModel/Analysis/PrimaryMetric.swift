package import Diagnostics
import Evaluation
package import RunModel

/// The metric that decides which run of an experiment is best.
///
/// It is the one that `assay.yaml` names, else the one that a search says it is about: see ``SearchProvenance``. The
/// direction that `assay.yaml` gives, else the one that the search declares, outweighs what the name says. A search whose
/// runs belong to a run with predictions decides nothing here: see ``ExperimentAnalysis/search``.
/// Otherwise, where predictions are there: `f1_micro` when an example may
/// have several labels, else `accuracy`. Otherwise the first logged metric of those whose direction is known,
/// scores before losses; otherwise the first logged metric, and then no run is marked as best.
package struct PrimaryMetric: Hashable, Sendable {
  /// The name by which runs hold it.
  package var name: ExactString
  /// The name for people.
  package var title: String
  /// Which way is better.
  package var direction: MetricDirection
  /// The name in the middle of a sentence: in lower case, but a logged metric's own name stays as it is.
  package var titleInSentence: String
  /// Whether its values lie on the scale from 0 to 1 that differences in points make sense on.
  package var isProportion: Bool

  /// Whether a larger value is better; nil where that is not known.
  var isHigherBetter: Bool? { direction == .unknown ? nil : direction == .higherIsBetter }

  /// The metric that decides among `runs`, or nil if none of them has any metric.
  package static func choose(
    for runs: [EvaluatedRun], configuration: ExperimentConfiguration
  ) -> PrimaryMetric? {
    let parts = RunParts(runs)
    let declared = DeclaredMetric(parts.isEmpty ? runs : runs.filter { !parts.contains($0) })
    if let name = configuration.primaryMetric ?? declared?.name {
      var direction = configuration.direction
      if direction == nil, let declared, declared.name == name, declared.direction != .unknown {
        direction = declared.direction
      }
      return PrimaryMetric(name: name, direction: direction)
    }
    if let evaluation = runs.lazy.compactMap(\.evaluated?.evaluation).first {
      let usual = ClassificationMetric.usualPrimary(of: evaluation.schema.task)
      return PrimaryMetric(name: ExactString(usual.name), direction: configuration.direction)
    }
    let numeric = runs.flatMap { run in
      run.run.metrics.filter { $0.value.number?.isFinite == true }.map(\.key)
    }
    let names = Set(numeric).sorted(by: NaturalOrder.precedes)
    let scores = names.filter { MetricDirection.known(for: $0.text) == .higherIsBetter }
    let losses = names.filter { MetricDirection.known(for: $0.text) == .lowerIsBetter }
    return (scores + losses + names).first.map { PrimaryMetric(name: $0, direction: configuration.direction) }
  }

  private init(name: ExactString, direction: MetricDirection?) {
    let metric = MetricRegistry.standard[name.text]
    self.name = name
    title = metric?.title ?? Wording.label(name.text)
    titleInSentence = metric.map { MetricText.inSentence($0.title) } ?? title
    self.direction =
      direction ?? metric.map { $0.direction == .higherIsBetter ? .higherIsBetter : .lowerIsBetter }
      ?? MetricDirection.known(for: name.text)
    isProportion = metric.map { $0.range == 0...1 } ?? false
  }

  /// What a run scores by this metric: recomputed where its predictions tell, else as it was logged.
  package func score(of run: EvaluatedRun) -> RunScore? {
    if let evaluation = run.evaluated?.evaluation, case .value(let value)? = evaluation[name.text] {
      return RunScore(
        value: value, interval: evaluation.intervals[name.text], count: evaluation.rowCount,
        origin: .recomputed)
    }
    guard let value = run.run.metrics[name]?.number, value.isFinite else { return nil }
    return RunScore(value: value, origin: .logged)
  }

  /// Whether `left` is better than `right`; nil when the direction is not known.
  package func isBetter(_ left: Double, than right: Double) -> Bool? {
    direction.isBetter(left, than: right)
  }
}
