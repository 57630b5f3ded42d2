import Diagnostics
import RunModel

/// The metric that a search says it is about, and which way that gets better.
struct DeclaredMetric: Hashable, Sendable {
  /// The name by which runs hold it.
  let name: ExactString
  /// Which way is better; unknown where no run says it in words that are known.
  let direction: MetricDirection

  /// What runs say in their provenance: the metric that most of them name, of equals the first in natural order, and
  /// the direction that the latest of these runs says; nil where none names a metric.
  ///
  /// - Parameter runs: Runs of one experiment, oldest first.
  init?(_ runs: [EvaluatedRun]) {
    var counts: [ExactString: Int] = [:]
    for run in runs {
      guard let text = run.run.provenance[SearchProvenance.metric], !text.isEmpty else { continue }
      counts[ExactString(text), default: 0] += 1
    }
    let names = counts.keys.sorted { left, right in
      let (one, other) = (counts[left] ?? 0, counts[right] ?? 0)
      return one == other ? NaturalOrder.precedes(left, right) : one > other
    }
    guard let name = names.first else { return nil }
    self.name = name
    let said = runs.reversed().lazy
      .filter { $0.run.provenance[SearchProvenance.metric].map { ExactString($0) } == name }
      .compactMap { $0.run.provenance[SearchProvenance.direction].flatMap(Self.direction) }
    direction = said.first ?? .unknown
  }

  /// What `maximize` and `minimize` mean; nil for anything else.
  private static func direction(_ word: String) -> MetricDirection? {
    switch ExactString(word) {
    case "maximize", "maximise", "max": .higherIsBetter
    case "minimize", "minimise", "min": .lowerIsBetter
    default: nil
    }
  }
}
