import Foundation
import TestSupport
import Testing

@testable import Evaluation

struct D2Tests {
  private func evaluation(
    _ labels: [String], _ truth: [String], _ probabilities: [[Double]], weights: [Double] = []
  ) throws -> ClassificationEvaluation {
    try Predictions(labels: labels, truth: truth, probabilities: probabilities, weights: weights)
      .evaluate(EvaluationOptions(chance: .off))
  }

  @Test func theFrequenciesThemselvesSaveNothing() throws {
    for labels in [["a", "b"], ["a", "b", "c"]] {
      let row = labels.count == 2 ? [0.75, 0.25] : [0.75, 0.25, 0]
      let evaluation = try evaluation(labels, ["a", "a", "a", "b"], [[Double]](repeating: row, count: 4))
      #expect(agree(evaluation["d2_log_loss"], 0))
      #expect(agree(evaluation["d2_brier_score"], 0))
    }
  }

  @Test func certaintyThatIsRightSavesAll() throws {
    let evaluation = try evaluation(["a", "b", "c"], ["a", "c"], [[1, 0, 0], [0, 0, 1]])
    #expect(agree(evaluation["d2_log_loss"], 1))
    #expect(evaluation["d2_brier_score"] == .value(1))
  }

  @Test func halvesOfThreeRowsByHand() throws {
    let evaluation = try evaluation(["a", "b"], ["a", "b", "b"], [[0.5, 0.5], [0.5, 0.5], [0.25, 0.75]])
    let loss = (2 * log(2.0) + log(4.0 / 3)) / 3
    let entropy = (log(3.0) + 2 * log(1.5)) / 3
    #expect(agree(evaluation["d2_log_loss"], 1 - loss / entropy))
    let brier: Double = (1.0 / 4 + 1.0 / 4 + 1.0 / 16) / 3
    #expect(agree(evaluation["d2_brier_score"], 1 - brier / (2.0 / 9)))
  }

  @Test(arguments: [2, 4])
  func sumsOfEachLabelGiveTheErrorThatRowsGive(_ labelCount: Int) throws {
    var generator = SeededGenerator(seed: 5)
    let labels = (0..<labelCount).map { "\($0)" }
    let truth = (0..<200).map { _ in
      labels[min(Int.random(in: 0...labelCount, using: &generator), labelCount - 1)]
    }
    let probabilities = truth.map { _ in
      let parts = labels.map { _ in Double.random(in: 0.05...1, using: &generator) }
      return parts.map { $0 / parts.reduce(0, +) }
    }
    let evaluation = try evaluation(labels, truth, probabilities)
    let statistics = evaluation.statistics
    for metric in [ClassificationMetric.d2LogLoss, .d2BrierScore] {
      guard case .influence(let make) = metric.chance else {
        Issue.record("\(metric.name) has no influence")
        continue
      }
      let term = make(statistics)
      let bySums = try #require(term.mean(over: statistics).standardError)
      let byRows = RowMean(statistics.predictions.batches.map { term.values($0, statistics.schema) })
      #expect(abs(bySums / (byRows.standardError ?? 0) - 1) < 1e-10, "\(metric.name)")
      #expect(term.summed?(statistics) != nil)
    }
  }

  @Test func worseThanTheFrequenciesIsBelowZero() throws {
    let evaluation = try evaluation(["a", "b"], ["a", "b"], [[0.25, 0.75], [0.75, 0.25]])
    #expect(evaluation["d2_log_loss"]?.number.map { $0 < 0 } == true)
    #expect(evaluation["d2_brier_score"] == .value(-1.25))
  }

  @Test func whereAllRowsHaveOneLabelThereIsNothingToSave() throws {
    let reason = "all rows that count have one and the same true label"
    for weights in [[], [1.0, 0]] {
      let truth = weights.isEmpty ? ["a", "a"] : ["a", "b"]
      let evaluation = try evaluation(["a", "b"], truth, [[0.5, 0.5], [1, 0]], weights: weights)
      #expect(evaluation["d2_log_loss"]?.reason == reason)
      #expect(evaluation["d2_brier_score"]?.reason == reason)
    }
  }
}
