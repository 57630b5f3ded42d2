import Diagnostics
import Evaluation
import ReportModel
import RunModel

/// The metrics of runs beside each other, the first run as baseline: what a review or a script wants of a comparison.
struct ComparisonTable {
  /// A metric of all runs.
  struct Row: Hashable {
    /// The metric's name.
    let name: String
    /// Which way is better.
    let direction: MetricDirection
    /// Its value in each run; none where it is undefined or was not measured.
    let values: [Double?]

    /// Candidate − baseline of each run but the first.
    var differences: [Double?] {
      values.dropFirst().map { value in
        guard let value, let baseline = values.first.flatMap(\.self) else { return nil }
        return value - baseline
      }
    }

    /// The runs with the best value; none if all are equally good, or nobody knows which way is better.
    var best: Set<Int> {
      let known = values.compactMap(\.self).filter { !$0.isNaN }
      guard direction != .unknown, let low = known.min(), let high = known.max(), low < high else {
        return []
      }
      let best = direction == .higherIsBetter ? high : low
      return Set(values.indices.filter { values[$0] == best })
    }
  }

  /// The runs, baseline first.
  let runs: [EvaluatedRun]
  /// The metrics: those that the predictions give, in the order of the registry of metrics, then those that are only
  /// logged, in natural order.
  let rows: [Row]
  /// What the predictions of each run but the first say beside those of the first.
  let paired: PairedRuns

  /// The table of `runs`; what `configuration` says of their experiment tells which metric decides.
  init(_ runs: [EvaluatedRun], configuration: ExperimentConfiguration = ExperimentConfiguration()) {
    self.runs = runs
    paired = PairedRuns(runs, by: PrimaryMetric.choose(for: runs, configuration: configuration))
    let recomputed = MetricRegistry.standard.metrics.compactMap { Self.row($0, runs) }
    let known = Set(recomputed.map { ExactString($0.name) })
    let logged = Set(runs.flatMap(\.run.metrics.keys)).subtracting(known)
    rows =
      recomputed
      + logged.sorted { NaturalOrder.precedes($0.text, $1.text) }.compactMap { Self.row(logged: $0, runs) }
  }

  /// Whether all runs have predictions for the same examples; only then do differences mean much.
  var haveSameExamples: Bool {
    let sets = runs.map(\.evaluated?.testSet)
    return !sets.contains(nil) && Set(sets).count == 1
  }

  private static func row(_ metric: ClassificationMetric, _ runs: [EvaluatedRun]) -> Row? {
    let values = runs.map { $0.evaluated?.evaluation[metric.name] }
    guard values.contains(where: { $0 != nil }) else { return nil }
    return Row(
      name: metric.name, direction: metric.direction == .higherIsBetter ? .higherIsBetter : .lowerIsBetter,
      values: values.map { $0?.number })
  }

  private static func row(logged name: ExactString, _ runs: [EvaluatedRun]) -> Row? {
    let values = runs.map { $0.run.metrics[name]?.number }
    guard values.contains(where: { $0 != nil }) else { return nil }
    return Row(name: name.text, direction: MetricDirection.known(for: name.text), values: values)
  }
}
