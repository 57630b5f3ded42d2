import Diagnostics
import Foundation
import Testing

@testable import Evaluation

struct DeLongTests {
  struct Golden: Decodable, Sendable {
    var name: String
    var truth: [Bool]
    var baseline: [Double]
    var candidate: [Double]
    var areas: [Double]
    var variances: [Double]
    var difference: Double
    var error: Double
    var p: Double

    func evaluation(_ scores: [Double]) throws -> ClassificationEvaluation {
      try Predictions(
        labels: ["no", "yes"], truth: truth.map { $0 ? "yes" : "no" },
        probabilities: scores.map { [1 - $0, $0] }
      ).evaluate()
    }
  }

  static let goldens: [Golden] = {
    struct File: Decodable { var delong: [Golden] }
    return (try? GoldenCase.load("comparison.json", as: File.self))?.delong ?? []
  }()

  @Test func thereAreThree() {
    #expect(Self.goldens.count == 3)
  }

  @Test(arguments: goldens)
  func areasVariancesAndTheTestAgreeWithMidranks(_ golden: Golden) throws {
    let (first, second) = (
      try golden.evaluation(golden.baseline), try golden.evaluation(golden.candidate)
    )
    for (evaluation, place) in [(first, 0), (second, 1)] {
      #expect(agree(evaluation["roc_auc"], golden.areas[place]))
      let variance = try #require(evaluation.statistics.rankings[1].rocAUCVariance)
      #expect(isNear(variance * 1000, golden.variances[place] * 1000))
    }
    let pair = try PairedComparison(candidate: second, baseline: first, primary: "roc_auc")
    let difference = try #require(pair["roc_auc"])
    #expect(isNear(difference.value.number ?? 9, golden.difference))
    let interval = try #require(difference.interval.interval)
    #expect(isNear(interval.high - interval.low, 2 * 1.959963984540054 * golden.error))
    #expect(isNear(difference.pValue ?? 9, golden.p))
    #expect(interval.method == .delongPaired && interval.count == golden.truth.count)
  }
}
