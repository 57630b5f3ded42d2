import Diagnostics
import Evaluation
import TestSupport
import Testing

struct LikelyLabelErrorsTests {
  struct File: Decodable {
    var cases: [Entry]
    struct Entry: Decodable {
      var name: String
      var labels: [String]
      var truth: [Int32]
      var probabilities: [[Double]]
      var thresholds: [Double?]
      var rows: [Int]
      var scores: [Double]
    }
  }

  private func predictions(_ golden: File.Entry) -> Predictions {
    let schema = PredictionSchema(
      task: golden.labels.count == 2 ? .binary : .multiclass, labels: golden.labels.map { ExactString($0) },
      scoredLabelCount: golden.labels.count)
    let batch = PredictionBatch(
      count: golden.truth.count, truth: golden.truth, predicted: golden.truth,
      probabilities: golden.probabilities.flatMap(\.self))
    return Predictions(schema: schema, batches: [batch])
  }

  @Test func rowsAndTheirOrderAreThoseOfCleanlab() throws {
    let file = try GoldenCase.load("label-errors.json", as: File.self)
    #expect(file.cases.count == 9)
    for golden in file.cases {
      let found = predictions(golden).evaluate().likelyLabelErrors()
      #expect(found.rows.map(\.row) == golden.rows, "\(golden.name)")
      #expect(found.count == golden.rows.count && found.reason == nil)
      #expect(zip(found.rows, golden.scores).allSatisfy { isNear(($0.margin + 1) / 2, $1) }, "\(golden.name)")
      for (ours, theirs) in zip(found.thresholds, golden.thresholds) {
        #expect(agree(ours, theirs), "\(golden.name): \(ours)")
      }
    }
  }

  /// Thresholds are 3/5 for “a” (0.9, 0.8, 0.1) and 4/5 for “b” (0.7, 0.9).
  private func small(weights: [Double] = [], probabilities: [[Double]]? = nil) throws -> Predictions {
    try Predictions(
      labels: ["a", "b"], truth: ["a", "a", "a", "b", "b"],
      probabilities: probabilities ?? [[0.9, 0.1], [0.8, 0.2], [0.1, 0.9], [0.3, 0.7], [0.1, 0.9]],
      weights: weights, ids: ["r0", "r1", "r2", "r3", "r4"], texts: ["t0", "t1", "t2", "t3", "t4"])
  }

  @Test func aHandWorkedRowIsCertainOfAnotherLabel() throws {
    let found = try small().evaluate().likelyLabelErrors()
    #expect(agree(found.thresholds[0], 3.0 / 5) && agree(found.thresholds[1], 4.0 / 5))
    let error = try #require(found.rows.first)
    #expect(found.count == 1 && found.rows.count == 1)
    #expect(error.row == 2 && error.id == "r2" && error.given == "a" && error.suggested == "b")
    #expect(error.probabilityOfGiven == 0.1 && error.probabilityOfSuggested == 0.9)
    #expect(error.margin == 0.1 - 0.9 && error.text == "t2" && error.image == nil)
  }

  @Test func aLabelThatTheModelIsNeverSureOfHasALowThreshold() throws {
    // “b” is given 0.3 where it is right; a row of “a” with 0.4 of “b” is not “b”, as “a” is more probable.
    let found = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "b", "b", "c"],
      probabilities: [[0.6, 0.4, 0], [0.5, 0.3, 0.2], [0.4, 0.3, 0.3], [0, 0.55, 0.45]]
    ).evaluate().likelyLabelErrors()
    // Thresholds 0.6, 0.3, 0.45. Row 3 is confidently “b” and “c”, and “b” is the most probable. Row 2 has only “b”.
    // Row 1 has only “b” too, its own.
    #expect(found.rows.map(\.row) == [3])
    #expect(found.rows[0].suggested == "b")
  }

  @Test func theLimitCutsTheListButNotTheCount() throws {
    let file = try GoldenCase.load("label-errors.json", as: File.self)
    let evaluation = predictions(file.cases[0]).evaluate()
    let found = evaluation.likelyLabelErrors(limit: 5)
    #expect(found.count == file.cases[0].rows.count)
    #expect(found.rows == Array(evaluation.likelyLabelErrors().rows.prefix(5)))
    #expect(evaluation.likelyLabelErrors(limit: 0).rows.isEmpty)
  }

  @Test func whereItCannotBeToldTheReasonIsGiven() throws {
    let several = try Predictions(labels: ["a"], truthSets: [["a"]], probabilities: [[1]])
    #expect(
      several.evaluate().likelyLabelErrors().reason
        == "confident learning as it stands here is for rows of one label")
    let labels = ["a", "b", "c"]
    let plain = try Predictions(labels: labels, truth: ["a"], predicted: ["b"]).evaluate()
    #expect(plain.likelyLabelErrors().reason == "there are no probabilities")
    let off = try Predictions(labels: labels, truth: ["a"], probabilities: [[0.9, 0.2, 0]]).evaluate()
    #expect(off.likelyLabelErrors().reason?.hasPrefix("the probabilities of 1 row do not sum to 1") == true)
    let none = try Predictions(labels: labels, truth: []).evaluate().likelyLabelErrors()
    #expect(none.reason != nil && none.count == 0 && none.thresholds.isEmpty)
    let weightless = try small(weights: [0, 0, 0, 0, 0]).evaluate()
    #expect(weightless.likelyLabelErrors().reason == "all rows have a weight of 0")
    var schema = PredictionSchema(task: .multiclass, labels: ["a", "b", "c"], scoredLabelCount: 2)
    schema.probabilityProblem = "something else"
    let batch = PredictionBatch(count: 1, truth: [2], predicted: [0], probabilities: [1, 0])
    #expect(
      Predictions(schema: schema, batches: [batch]).evaluate().likelyLabelErrors().reason
        == "“c” has no probability column")
  }

  @Test func oneRowOneLabelAndCertaintyAreNoErrors() throws {
    #expect(
      try Predictions(labels: ["a"], truth: ["a", "a"], probabilities: [[1], [1]]).evaluate()
        .likelyLabelErrors().rows.isEmpty)
    let one = try Predictions(labels: ["a", "b", "c"], truth: ["a"], probabilities: [[0, 1, 0]]).evaluate()
    #expect(one.likelyLabelErrors().rows.isEmpty)
    #expect(one.likelyLabelErrors().thresholds[1].reason == "no row that counts is “b”")
    let tied = try Predictions(
      labels: ["a", "b"], truth: ["a", "b", "b"], probabilities: [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]])
    #expect(tied.evaluate().likelyLabelErrors().rows.isEmpty)
  }

  @Test func aWeightIsSoManyRowsAndNoneIsNoRow() throws {
    let weighted = try small(weights: [2, 1, 1, 3, 0]).evaluate().likelyLabelErrors()
    let repeated = try Predictions(
      labels: ["a", "b"], truth: ["a", "a", "a", "a", "b", "b", "b"],
      probabilities: [
        [0.9, 0.1], [0.9, 0.1], [0.8, 0.2], [0.1, 0.9], [0.3, 0.7], [0.3, 0.7], [0.3, 0.7],
      ]
    ).evaluate().likelyLabelErrors()
    for (one, other) in zip(weighted.thresholds, repeated.thresholds) { #expect(agree(one, other.number)) }
    #expect(weighted.rows.map(\.row) == [2] && repeated.rows.map(\.row) == [3])
    let without = try small(weights: [1, 1, 0, 1, 1]).evaluate().likelyLabelErrors()
    #expect(without.rows.isEmpty)
  }

  @Test func neitherBatchesNorTheOrderOfRowsMatter() throws {
    let random = RandomPredictions(.multiclass, rows: 120, seed: 12)
    let whole = random.predictions().evaluate().likelyLabelErrors()
    #expect(whole.count > 5)
    #expect(random.predictions(batchSizes: [50, 0, 1, 69]).evaluate().likelyLabelErrors() == whole)
    var turned = random
    turned.rows.reverse()
    let other = turned.predictions().evaluate().likelyLabelErrors()
    #expect(other.thresholds == whole.thresholds)
    #expect(Set(other.rows.map { 119 - $0.row }) == Set(whole.rows.map(\.row)))
    #expect(other.rows.map { ($0.margin + 1) / 2 } == whole.rows.map { ($0.margin + 1) / 2 })
  }
}
