import Evaluation
import Testing

struct ClassBalanceTests {
  private func balance(_ truth: [String], labels: [String] = ["a", "b", "c"], weights: [Double] = []) throws
    -> ClassBalance
  {
    try Predictions(labels: labels, truth: truth, predicted: truth, weights: weights).evaluate().classBalance
  }

  @Test func countsAndSharesByHand() throws {
    let balance = try balance(["a", "b", "b", "b"])
    #expect(balance.counts == [1, 3, 0])
    #expect(balance.shares.map(\.number) == [0.25, 0.75, 0])
    #expect(balance.majorityLabel == 1)
    #expect(balance.majorityShare == .value(3 / 4))
    #expect(balance.imbalanceRatio == .value(3))
    // exp(¼ ln 4 + ¾ ln 4/3) = 4 / 3^¾.
    #expect(agree(balance.effectiveLabels, 1.754765350603323))
    #expect(agree(balance.evenness, 0.5118595071429148))
  }

  @Test func equallyFrequentLabelsAreAsManyAsThereAre() throws {
    let balance = try balance(["a", "b", "c", "c", "b", "a"])
    #expect(agree(balance.effectiveLabels, 3) && agree(balance.evenness, 1))
    #expect(balance.imbalanceRatio == .value(1) && balance.majorityLabel == 0)
  }

  @Test func oneLabelThroughoutIsNotDiverse() throws {
    let balance = try balance(["b", "b"])
    #expect(balance.effectiveLabels == .value(1) && balance.evenness == .value(0))
    #expect(balance.majorityShare == .value(1))
    #expect(try self.balance(["a"], labels: ["a"]).evenness.reason == "there is one label only")
  }

  @Test func weightsCount() throws {
    let balance = try balance(["a", "b", "b"], weights: [3, 0.5, 0.5])
    #expect(balance.counts == [3, 1, 0] && balance.majorityShare == .value(3 / 4))
  }

  @Test func withoutRowsThatCountNothingIsKnown() throws {
    for weights in [[], [0.0]] {
      let balance = try balance(weights.isEmpty ? [] : ["a"], weights: weights)
      #expect(balance.majorityLabel == nil && balance.majorityShare.reason == "no row counts")
      #expect(balance.imbalanceRatio.reason == "no row that counts has a label")
      #expect(balance.shares.allSatisfy { $0.number == nil })
    }
  }

  @Test func rowsMayHaveSeveralLabelsOrNone() throws {
    let evaluation = try Predictions(
      labels: ["x", "y"], truthSets: [["x", "y"], ["x"], [], []], predictedSets: [[], [], [], []]
    ).evaluate()
    #expect(evaluation.classBalance.shares.map(\.number) == [0.5, 0.25])
    #expect(evaluation.classBalance.majorityShare == .value(2 / 4))
    let none = try Predictions(labels: ["x"], truthSets: [[]], predictedSets: [[]]).evaluate().classBalance
    #expect(none.majorityShare == .value(0) && none.effectiveLabels.number == nil)
  }
}
