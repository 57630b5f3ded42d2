import Testing

@testable import Evaluation

struct OperatingPointTests {
  /// From the top: yes 0.9, no 0.8, yes 0.7, yes 0.7, no 0.2.
  private func curve() throws -> RankCurve {
    let scores = [0.9, 0.8, 0.7, 0.7, 0.2]
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: ["yes", "no", "yes", "yes", "no"],
      probabilities: scores.map { [1 - $0, $0] })
    return try #require(predictions.evaluate(EvaluationOptions(chance: .off)).rankCurve(of: 1))
  }

  @Test func aRowAtTheThresholdCountsAsPositive() throws {
    let rows = try curve().sweep([0.1, 0.2, 0.70, 0.71, 0.95])
    #expect(rows.map(\.counts.truePositives) == [3, 3, 3, 1, 0])
    #expect(rows.map(\.counts.falsePositives) == [2, 2, 1, 1, 0])
    #expect(rows[4].value(.precision).reason == "the label was never predicted")
    #expect(rows[4].value(.recall) == .value(0))
    #expect(rows[2].accuracy == .value(4.0 / 5))
  }

  @Test func eachRuleChoosesItsThreshold() throws {
    let curve = try curve()
    // At 0.7: precision 3/4, recall 1.
    #expect(curve.operatingPoint(.maximumF1)?.threshold == 0.7)
    #expect(curve.operatingPoint(.maximumInformedness)?.threshold == 0.7)
    #expect(curve.operatingPoint(.maximumMatthews)?.threshold == 0.7)
    #expect(curve.operatingPoint(.precision(atLeast: 0.9))?.threshold == 0.9)
    #expect(curve.operatingPoint(.recall(atLeast: 0.95))?.threshold == 0.7)
    #expect(curve.operatingPoint(.falsePositiveRate(atMost: 0.01))?.threshold == 0.9)
    #expect(curve.operatingPoint(.falsePositiveRate(atMost: 0.5))?.threshold == 0.7)
  }

  @Test func theCostOfEachErrorDecides() throws {
    let curve = try curve()
    #expect(curve.operatingPoint(.minimumCost(falsePositive: 1, falseNegative: 1))?.threshold == 0.7)
    // Two missed cost 2, one false alarm 10.
    #expect(curve.operatingPoint(.minimumCost(falsePositive: 10, falseNegative: 1))?.threshold == 0.9)
    #expect(
      curve.operatingPoint(.minimumCost(falsePositive: 1, falseNegative: 0))?.threshold == .infinity)
  }

  @Test func costsAddUpAndJoinTheStandardRules() throws {
    let costs = ErrorCosts(falsePositive: 1, falseNegative: 5)
    #expect(costs.total(of: LabelCounts(falsePositives: 10, falseNegatives: 2)) == 20)
    let point = try #require(try curve().operatingPoint(costs.rule))
    #expect(costs.total(of: point.counts) == 1)
    #expect(OperatingPointRule.standard(costs: nil) == OperatingPointRule.standard)
    let rules = OperatingPointRule.standard(costs: costs)
    #expect(rules.count == OperatingPointRule.standard.count + 1)
    #expect(rules.filter { $0 == costs.rule }.count == 1)
  }

  @Test func whatCannotBeReachedIsNil() throws {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: ["no", "yes"], probabilities: [[0.1, 0.9], [0.9, 0.1]])
    let curve = try #require(predictions.evaluate(EvaluationOptions(chance: .off)).rankCurve(of: 1))
    #expect(curve.operatingPoint(.precision(atLeast: 0.9)) == nil)
    #expect(curve.operatingPoint(.falsePositiveRate(atMost: 0))?.threshold == .infinity)
  }

  @Test func hundredthsAreTheDoublesNearestToThem() {
    #expect(RankCurve.hundredths.count == 99)
    #expect(RankCurve.hundredths[28] == 0.29 && RankCurve.hundredths[56] == 0.57)
  }
}
