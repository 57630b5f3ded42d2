import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

/// Bins of many rows, which are not sorted throughout, against sorting them.
struct EqualMassBinsTests {
  private func predictions(rows: Int, seed: UInt64, score: (inout SeededGenerator) -> Double) -> Predictions {
    var generator = SeededGenerator(seed: seed)
    let scores = (0..<rows).map { _ in score(&generator) }
    let truth = scores.map { Int32($0 > Double.random(in: 0...1, using: &generator) ? 1 : 0) }
    let schema = PredictionSchema(
      task: .binary, labels: ["no", "yes"], scoredLabelCount: 2, positive: 1)
    let batch = PredictionBatch(
      count: rows, truth: truth, predicted: truth, probabilities: scores.flatMap { [1 - $0, $0] })
    return Predictions(schema: schema, batches: [batch])
  }

  private func expect(_ predictions: Predictions, _ strategy: CalibrationCurve.Strategy, bins count: Int) {
    let batch = predictions.batches[0]
    let rows = (0..<batch.count).map { (batch.probabilities[2 * $0 + 1], batch.truth[$0] == 1) }
      .sorted { $0.0 < $1.0 }
    var bins = [BinnedSums.Bin](repeating: BinnedSums.Bin(), count: count)
    var below = 0
    var sums = [ExactSum](repeating: ExactSum(), count: count)
    for (number, row) in rows.enumerated() {
      if number == 0 || rows[number - 1].0 < row.0 { below = number }
      let bin =
        strategy == .equalMass
        ? count * below / rows.count
        : (1..<count).count { (rows.count - 1) * $0 < count * below }
      bins[bin].weight += 1
      bins[bin].hits += row.1 ? 1 : 0
      sums[bin].add(row.0)
    }
    let found = EqualMassBins(predictions, label: 1, count: count, strategy: strategy)
    #expect(found.bins.map(\.weight) == bins.map(\.weight))
    #expect(found.bins.map(\.hits) == bins.map(\.hits))
    #expect(zip(found.bins, sums).allSatisfy { isNear($0.probability, $1.value) })
  }

  @Test(arguments: [CalibrationCurve.Strategy.equalMass, .quantile])
  func rowsLieInTheBinsInWhichSortingPutsThem(_ strategy: CalibrationCurve.Strategy) {
    let spread = predictions(rows: 6_000, seed: 1) { Double.random(in: 0...1, using: &$0) }
    let tied = predictions(rows: 6_000, seed: 2) { Double(Int.random(in: 0...40, using: &$0)) / 40 }
    let crowded = predictions(rows: 6_000, seed: 3) { 1 - Double.random(in: 0...1e-7, using: &$0) }
    let extreme = predictions(rows: 6_000, seed: 4) { Double(Int.random(in: 0...1, using: &$0)) }
    for predictions in [spread, tied, crowded, extreme] {
      for bins in [1, 2, 10, 15, 97] { expect(predictions, strategy, bins: bins) }
    }
  }

  @Test(arguments: [CalibrationCurve.Strategy.equalMass, .quantile])
  func fewRowsDoToo(_ strategy: CalibrationCurve.Strategy) {
    for rows in [1, 2, 3, 14, 15, 16, 31] {
      expect(
        predictions(rows: rows, seed: 7) { Double(Int.random(in: 0...9, using: &$0)) / 9 }, strategy, bins: 15
      )
    }
  }
}
