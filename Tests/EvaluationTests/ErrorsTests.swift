import Diagnostics
import Evaluation
import TestSupport
import Testing

struct ErrorsTests {
  private func evaluation() throws -> ClassificationEvaluation {
    try Predictions(
      labels: ["a", "b", "c"],
      truth: ["a", "b", "a", "c", "a", "b"],
      probabilities: [
        [0.2, 0.7, 0.1], [0.8, 0.1, 0.1], [0.4, 0.3, 0.3], [0.3, 0.5, 0.2], [0.1, 0.9, 0], [0.8, 0.2, 0],
      ],
      ids: ["r0", "r1", "r2", "r3", "r4", "r5"],
      texts: ["t0", "t1", "t2", "t3", "t4", "t5"]
    ).evaluate()
  }

  @Test func falsePositivesComeByDescendingAndFalseNegativesByAscendingProbability() throws {
    let errors = try evaluation().errors()
    #expect(errors.map(\.label) == ["a", "b", "c"])
    #expect(errors[0].falsePositives.map(\.id) == ["r1", "r5"])
    #expect(errors[0].falseNegatives.map(\.id) == ["r4", "r0"])
    #expect(errors[1].falsePositives.map(\.row) == [4, 0, 3])
    #expect(errors[1].falsePositives.map(\.probability) == [0.9, 0.7, 0.5])
    #expect(errors[1].falseNegatives.map(\.id) == ["r1", "r5"])
    #expect(errors[2].falsePositives.isEmpty)
    #expect(errors[2].falseNegatives.map(\.probability) == [0.2])
  }

  @Test func anExampleSaysWhatWasTrueWhatWasPredictedAndHowSurely() throws {
    let example = try #require(try evaluation().errors(limit: 1)[0].falseNegatives.first)
    #expect(example.truth == ["a"] && example.predicted == ["b"] && example.label == "a")
    #expect(example.probability == 0.1 && example.predictedProbability == 0.9)
    #expect(example.text == "t4" && example.image == nil && example.row == 4)
  }

  @Test func byThresholdARightRowBelowOneHalfIsAFalseNegative() throws {
    let errors = try evaluation().errors(rule: .threshold)
    #expect(errors[0].falseNegatives.map(\.id) == ["r4", "r0", "r2"])
    // Row 3 was given “b” with a probability of 0.5, which is not above the threshold.
    #expect(errors[1].falsePositives.map(\.id) == ["r4", "r0"])
  }

  @Test func theLimitCutsEachListAndNilDoesNot() throws {
    let evaluation = try evaluation()
    #expect(evaluation.errors(limit: 1)[1].falsePositives.map(\.id) == ["r4"])
    #expect(evaluation.errors(limit: 0).allSatisfy { $0.falsePositives.isEmpty && $0.falseNegatives.isEmpty })
    #expect(evaluation.errors(limit: nil)[1].falsePositives.count == 3)
  }

  @Test func theFirstOfManyErrorsAreTheSameAsThoseOfAll() throws {
    var generator = SeededGenerator(seed: 6)
    let rows = 3_000
    let truth = (0..<rows).map { _ in Bool.random(using: &generator) ? "a" : "b" }
    let probabilities = (0..<rows).map { _ in
      let share = Double(Int.random(in: 0...100, using: &generator)) / 100
      return [share, 1 - share]
    }
    let evaluation = try Predictions(labels: ["a", "b"], truth: truth, probabilities: probabilities)
      .evaluate()
    for rule in ErrorRule.allCases {
      let (few, all) = (evaluation.errors(limit: 7, rule: rule), evaluation.errors(limit: nil, rule: rule))
      for (some, every) in zip(few, all) {
        #expect(some.falsePositives == Array(every.falsePositives.prefix(7)))
        #expect(some.falseNegatives == Array(every.falseNegatives.prefix(7)))
        #expect(every.falsePositives.count > 500)
        let keys = every.falsePositives.map { (-($0.probability ?? 0), $0.row) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  @Test func withoutProbabilitiesErrorsComeByRow() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "b", "a"], predicted: ["b", "a", "b"]
    ).evaluate()
    #expect(evaluation.errors()[0].falseNegatives.map(\.id) == ["0", "2"])
    #expect(evaluation.errors()[0].falseNegatives[0].probability == nil)
    #expect(evaluation.errors(rule: .threshold).allSatisfy { $0.falseNegatives.isEmpty })
    #expect(evaluation.errorsReport().contains("True Class: a\nPredicted Class: b\nId: 0\n"))
  }

  @Test func confusedPairsAreRankedByCountThenByShare() throws {
    let evaluation = try Predictions(
      labels: ["a", "b", "c"],
      truth: ["a", "a", "a", "a", "b", "b", "c", "b", "a"],
      predicted: ["b", "b", "a", "a", "a", "c", "a", "b", "c"]
    ).evaluate()
    let pairs = evaluation.confusedPairs()
    #expect(pairs.map { "\($0.truth)\($0.predicted)" } == ["ab", "ca", "ba", "bc", "ac"])
    #expect(pairs[0].count == 2 && pairs[0].shareOfTruth == 2.0 / 5)
    #expect(pairs[1].shareOfTruth == 1)
    #expect(evaluation.confusedPairs(limit: 2).count == 2)
  }
}
