import TestSupport
import Testing

@testable import Evaluation

struct CountGradientTests {
  private static let inputs: [(ClassificationTask, UInt64)] = ClassificationTask.allCases.flatMap { task in
    (1...3).map { (task, $0) }
  }

  /// Every gradient that is written down agrees with moving each count a little.
  @Test(arguments: inputs)
  func writtenGradientsAreThoseFoundNumerically(_ task: ClassificationTask, _ seed: UInt64) throws {
    let statistics = RandomPredictions(task, seed: seed).predictions().evaluate(.withoutIntervals).statistics
    var checked = 0
    for metric in MetricRegistry.standard.metrics where metric.applies(to: statistics.schema) {
      guard case .counts(.some(let gradient)) = metric.chance.of(task) else { continue }
      let ours = gradient(statistics)
      let numeric = try #require(CountGradient(of: metric, at: statistics))
      #expect(near(ours.perRow, numeric.perRow), "\(metric.name)")
      #expect(near(ours.perRightRow, numeric.perRightRow), "\(metric.name)")
      for (one, other) in zip(ours.labels, numeric.labels) {
        #expect(near(one.truePositives, other.truePositives), "\(metric.name) \(one) \(other)")
        #expect(near(one.falsePositives, other.falsePositives), "\(metric.name) \(one) \(other)")
        #expect(near(one.falseNegatives, other.falseNegatives), "\(metric.name) \(one) \(other)")
        #expect(near(one.trueNegatives, other.trueNegatives), "\(metric.name) \(one) \(other)")
      }
      checked += 1
    }
    #expect(checked >= 10)
  }

  private func near(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-6 * max(abs(left), 1e-3)
  }

  /// tp 3, fp 1, fn 2 of one label: ∂(2 tp / (2 tp + fp + fn)) by tp is 2 · 3 / 81, by fp and fn −6 / 81.
  @Test func aHandWorkedF1() {
    let counts = [LabelCounts(truePositives: 3, falsePositives: 1, falseNegatives: 2, trueNegatives: 4)]
    let slope = LabelMeasure.f1.gradient(counts) { _ in 1 }.labels[0]
    #expect(isNear(slope.truePositives, 6.0 / 81))
    #expect(isNear(slope.falsePositives, -6.0 / 81))
    #expect(isNear(slope.falseNegatives, -6.0 / 81))
    #expect(slope.trueNegatives == 0)
  }

  /// Multiplying all rows changes no metric, so that influences cancel over the rows there are.
  @Test(arguments: inputs)
  func influencesSumToZero(_ task: ClassificationTask, _ seed: UInt64) throws {
    let predictions = RandomPredictions(task, seed: seed).predictions()
    let statistics = predictions.evaluate(.withoutIntervals).statistics
    let cells =
      try statistics.confusion.map(CountCells.init)
      ?? #require(CountCells(labelSetsOf: predictions, limit: 1000))
    for metric in MetricRegistry.standard.metrics {
      guard metric.applies(to: statistics.schema), case .counts = metric.chance.of(task),
        let gradient = metric.gradient(at: statistics)
      else { continue }
      let influences = cells.influences(gradient)
      let sum = zip(influences, cells.counts).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(sum) < 1e-12, "\(metric.name) \(sum)")
    }
  }

  @Test func influencesOfRowsAreThoseOfTheirKinds() throws {
    let predictions = RandomPredictions(.multilabel, rows: 97, seed: 5).predictions(batchSizes: [50, 0, 47])
    let statistics = predictions.evaluate(.withoutIntervals).statistics
    let cells = try #require(CountCells(labelSetsOf: predictions, limit: 1000))
    let gradient = LabelMeasure.f1.macroGradient(statistics)
    let byKind = InfluenceMoments(influences: cells.influences(gradient), counts: cells.counts)
    let byRow = InfluenceMoments(gradient, rowsOf: predictions)
    #expect(isNear(byKind.variance, byRow.variance))
    let whole = RandomPredictions(.multilabel, rows: 97, seed: 5).predictions()
    #expect(InfluenceMoments(gradient, rowsOf: whole) == byRow)
  }
}
