import Foundation
import TestSupport

@testable import Evaluation

/// How often intervals of samples hold what is true of the population.
struct CoverageSimulation: Sendable {
  /// What an interval of a sample says, by name.
  typealias Sample = [String: Interval]

  /// What is drawn from.
  var title: String
  /// The true numbers.
  var truth: [String: Double]
  /// The intervals of a sample of so many rows.
  var sample: @Sendable (_ rows: Int, _ generator: inout Xoshiro256) -> Sample

  /// What was seen of one number.
  struct Coverage: Sendable {
    var name: String
    var method: String
    /// How many samples had an interval, of how many.
    var defined: Int
    var replications: Int
    /// How many of these held the truth; lay above it; below it.
    var hits: Int
    var above: Int
    var below: Int
    /// The mean width.
    var width: Double

    /// The share of intervals that hold the truth.
    var share: Double { Double(hits) / Double(max(defined, 1)) }
  }

  /// The seed of all simulations.
  static let seed: UInt64 = 3

  /// What so many samples of so many rows show, by name.
  func coverages(rows: Int, replications: Int) -> [Coverage] {
    let samples = concurrentMap(count: replications) { number in
      var generator = Xoshiro256.stream(seed: Self.seed &+ UInt64(rows), number: number)
      return sample(rows, &generator)
    }
    return truth.keys.sorted().map { name in
      let truth = truth[name] ?? .nan
      let intervals = samples.compactMap { $0[name] }
      let counts = intervals.reduce(into: [Interval.Method: Int]()) { $0[$1.method, default: 0] += 1 }
      let method = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key.rawValue
      return Coverage(
        name: name, method: method ?? "–", defined: intervals.count, replications: replications,
        hits: intervals.count { $0.low <= truth && truth <= $0.high },
        above: intervals.count { $0.low > truth }, below: intervals.count { $0.high < truth },
        width: intervals.reduce(0) { $0 + $1.high - $1.low } / Double(max(intervals.count, 1)))
    }
  }
}

extension CoverageSimulation {
  /// The intervals of metrics of a population, and of rates of its labels, such as `f1_macro` and `recall of 0`.
  static func metrics(
    _ names: [String], of population: SimulatedPopulation, title: String, populationRows: Int,
    resamples: Int = 2_000
  ) -> CoverageSimulation {
    let registry = MetricRegistry(names.compactMap { MetricRegistry.standard[$0] })
    let options = EvaluationOptions(metrics: registry, chance: ChanceOptions(resamples: resamples))
    let truths = truth(rows: populationRows) { rows, generator in
      let evaluation = population.predictions(rows, &generator)
        .evaluate(EvaluationOptions(metrics: registry, chance: .off))
      return numbers(evaluation, names) {
        $0.value.number
      } rate: {
        $0.0
      }
    }
    return CoverageSimulation(title: title, truth: truths) { rows, generator in
      let evaluation = population.predictions(rows, &generator).evaluate(options)
      return numbers(evaluation, names) {
        $0.interval.interval
      } rate: {
        $0.1
      }
    }
  }

  /// The intervals of differences of metrics between two classifiers on the same rows.
  static func differences(
    _ names: [String], of population: SimulatedPopulation, title: String, populationRows: Int,
    resamples: Int = 2_000
  ) -> CoverageSimulation {
    let registry = MetricRegistry(names.compactMap { MetricRegistry.standard[$0] })
    let quiet = EvaluationOptions(metrics: registry, chance: .off)
    let truths = truth(rows: populationRows) { rows, generator in
      let pair = population.pair(rows, &generator)
      let (candidate, baseline) = (pair.candidate.evaluate(quiet), pair.baseline.evaluate(quiet))
      return names.reduce(into: [:]) { found, name in
        guard let one = candidate[name]?.number, let other = baseline[name]?.number else { return }
        found[name] = one - other
      }
    }
    return CoverageSimulation(title: title, truth: truths) { rows, generator in
      let pair = population.pair(rows, &generator)
      let comparison = try? PairedComparison(
        candidate: pair.candidate.evaluate(quiet), baseline: pair.baseline.evaluate(quiet),
        primary: names[0], metrics: registry, options: ChanceOptions(resamples: resamples))
      return names.reduce(into: [:]) { $0[$1] = comparison?[$1]?.interval.interval }
    }
  }

  /// The numbers of a population, the mean of draws of so many rows in all.
  private static func truth(
    rows: Int, _ numbers: @Sendable (Int, inout Xoshiro256) -> [String: Double]
  ) -> [String: Double] {
    let part = min(rows, 200_000)
    let parts = concurrentMap(count: rows / part) { number in
      var generator = Xoshiro256.stream(seed: 1_000 + seed, number: number)
      return numbers(part, &generator)
    }
    return parts.reduce(into: [:]) { $0.merge($1) { $0 + $1 } }.mapValues { $0 / Double(parts.count) }
  }

  private static func numbers<Number>(
    _ evaluation: ClassificationEvaluation, _ names: [String], _ number: (MetricResult) -> Number?,
    rate: ((Double?, Interval?)) -> Number?
  ) -> [String: Number] {
    let byName = Dictionary(uniqueKeysWithValues: evaluation.metrics.map { ($0.name, $0) })
    let label = evaluation.perLabel[0]
    let counts = label.counts
    let rates: [String: (Double?, Interval?)] = [
      "precision of a label": (label.precision.number, label.precisionInterval),
      "recall of a label": (label.recall.number, label.recallInterval),
      "f1 of a label": (label.f1.number, label.f1Interval),
      "specificity of a label": (
        counts.trueNegatives / (counts.trueNegatives + counts.falsePositives), label.specificityInterval
      ),
    ]
    return names.reduce(into: [:]) { found, name in
      found[name] = byName[name].flatMap(number) ?? rates[name].flatMap(rate)
    }
  }
}
