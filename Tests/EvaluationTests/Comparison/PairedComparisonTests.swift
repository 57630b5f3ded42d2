import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

struct PairedComparisonTests {
  /// Ten rows: the candidate fixes 2 and 5 and breaks 7.
  private func pair() throws -> PairedComparison {
    let truth = ["a", "a", "a", "a", "b", "b", "b", "c", "c", "c"]
    let old = ["a", "a", "b", "a", "b", "c", "b", "c", "a", "c"]
    let new = ["a", "a", "a", "a", "b", "b", "b", "a", "b", "c"]
    func evaluation(_ predicted: [String], _ sure: Double) throws -> ClassificationEvaluation {
      let rows = predicted.map { name in
        ["a", "b", "c"].map { $0 == name ? sure : (1 - sure) / 2 }
      }
      return try Predictions(
        labels: ["a", "b", "c"], truth: truth, predicted: predicted, probabilities: rows,
        texts: truth.indices.map { "text \($0)" }
      ).evaluate()
    }
    return try PairedComparison(
      candidate: evaluation(new, 0.8), baseline: evaluation(old, 0.6), primary: "accuracy")
  }

  private func random(_ task: ClassificationTask, seed: UInt64, rows: Int = 70) -> (
    old: Predictions, new: Predictions
  ) {
    let old = RandomPredictions(task, rows: rows, seed: seed)
    var new = old
    var generator = SeededGenerator(seed: seed + 100)
    for row in new.rows.indices where Int.random(in: 0..<3, using: &generator) == 0 {
      let other = Int.random(in: 0..<rows, using: &generator)
      new.rows[row].predicted = old.rows[other].predicted
      new.rows[row].probabilities = old.rows[other].probabilities
    }
    return (old.predictions(), new.predictions())
  }

  @Test func rowsFallIntoFourKinds() throws {
    let churn = try pair().churn
    #expect(churn == Churn(bothRight: 6, fixed: 2, broken: 1, bothWrong: 1))
    #expect(churn.total == 10)
  }

  @Test func fixedAndBrokenExamplesAreNamedWithBothPredictions() throws {
    let pair = try pair()
    let fixed = pair.fixed()
    #expect(fixed.map(\.row) == [2, 5])
    #expect(fixed[0].truth == ["a"] && fixed[0].baseline == ["b"] && fixed[0].candidate == ["a"])
    #expect(isNear(fixed[0].baselineProbability ?? 9, 0.2) && fixed[0].candidateProbability == 0.8)
    #expect(fixed[1].text == "text 5")
    #expect(pair.broken().map(\.id) == ["7"])
    #expect(pair.fixed(limit: 1).map(\.row) == [2])
  }

  @Test func accuracyHasTheExactTestAndTheDifference() throws {
    let accuracy = try #require(try pair()["accuracy"])
    #expect(isNear(accuracy.value.number ?? 9, 0.1))
    #expect(accuracy.pValue == McNemarTest(broken: 1, fixed: 2).pValue)
    #expect(accuracy.interval.interval?.method == .pairedBootstrap)
    #expect(try pair().verdict == .noDifference)
  }

  @Test func aLossIsBetterWhereItFalls() throws {
    #expect(Verdict(low: -0.2, high: -0.1, direction: .lowerIsBetter) == .better)
    #expect(Verdict(low: -0.2, high: -0.1, direction: .higherIsBetter) == .worse)
    #expect(Verdict(low: 0.1, high: 0.2, direction: .lowerIsBetter) == .worse)
    #expect(Verdict(low: 0, high: 0.2, direction: .higherIsBetter) == .noDifference)
  }

  @Test(arguments: ClassificationTask.allCases)
  func aRunAgainstItselfDiffersInNothing(_ task: ClassificationTask) throws {
    let evaluation = RandomPredictions(task, rows: 50, seed: 3).predictions().evaluate()
    let pair = try PairedComparison(candidate: evaluation, baseline: evaluation, primary: "accuracy")
    #expect(pair.verdict == .noDifference)
    #expect(pair.differences.allSatisfy { $0.value.number ?? 0 == 0 })
    #expect(pair.differences.allSatisfy { ($0.pValue ?? 1) == 1 })
    #expect(pair.fixed().isEmpty && pair.broken().isEmpty && pair.confusionChanges().isEmpty)
  }

  @Test(arguments: ClassificationTask.allCases, [1, 2] as [UInt64])
  func swappingTheTwoTurnsTheSignOfEverything(_ task: ClassificationTask, _ seed: UInt64) throws {
    let (old, new) = random(task, seed: seed)
    let there = try PairedComparison(candidate: new.evaluate(), baseline: old.evaluate(), primary: "accuracy")
    let back = try PairedComparison(candidate: old.evaluate(), baseline: new.evaluate(), primary: "accuracy")
    #expect(there.mcNemar.pValue == back.mcNemar.pValue)
    #expect(there.fixed().map(\.row) == back.broken().map(\.row))
    for (one, other) in zip(there.differences, back.differences) {
      #expect(one.name == other.name)
      guard let value = one.value.number else { continue }
      #expect(isNear(value, -(other.value.number ?? 9)))
      guard let ends = one.interval.interval, let mirrored = other.interval.interval else { continue }
      let slack = ends.method == .pairedBootstrap ? 0.25 * (ends.high - ends.low) : 1e-9
      #expect(abs(ends.low + mirrored.high) <= slack, "\(one.name)")
    }
  }

  @Test(arguments: ClassificationTask.allCases)
  func theOrderOfTheCandidatesRowsDoesNotMatter(_ task: ClassificationTask) throws {
    let (old, new) = random(task, seed: 5)
    func named(_ predictions: Predictions, order: [Int]) -> Predictions {
      var batch = predictions.selecting(rows: 0..<predictions.count).batches[0]
        .selecting(order, schema: predictions.schema, firstRow: 0)
      batch.ids = TextColumn(order.map { "id \($0)" })
      return Predictions(schema: predictions.schema, batches: [batch])
    }
    let rows = Array(0..<old.count)
    let baseline = named(old, order: rows).evaluate()
    let straight = try PairedComparison(
      candidate: named(new, order: rows).evaluate(), baseline: baseline, primary: "accuracy")
    let turned = try PairedComparison(
      candidate: named(new, order: rows.reversed()).evaluate(), baseline: baseline, primary: "accuracy")
    #expect(straight.differences == turned.differences)
    #expect(straight.fixed() == turned.fixed())
    #expect(straight.confusionChanges() == turned.confusionChanges())
  }

  @Test func cellsThatChangedMoreThanChanceAreTold() throws {
    // Twelve rows of a that the old run called b and the new one a; one that went the other way.
    let truth = [String](repeating: "a", count: 40) + [String](repeating: "b", count: 40)
    var old = truth
    var new = truth
    for row in 0..<12 { old[row] = "b" }
    new[20] = "b"
    func evaluation(_ predicted: [String]) throws -> ClassificationEvaluation {
      try Predictions(labels: ["a", "b", "c"], truth: truth, predicted: predicted).evaluate()
    }
    let pair = try PairedComparison(
      candidate: evaluation(new), baseline: evaluation(old), primary: "accuracy")
    let changes = pair.confusionChanges()
    let lines = changes.map { "\($0.truth.text)\($0.predicted.text) \($0.baseline) \($0.candidate)" }
    #expect(lines == ["aa 28 39", "ab 12 1"])
    // 2 (1 + 13) / 2¹³, twice by Holm.
    #expect(isNear(changes[0].pValue, 28.0 / 8192) && isNear(changes[0].adjustedPValue, 56.0 / 8192))
    #expect(changes.count { $0.exceedsChance } == 2)
    #expect(pair.verdict == .better)
  }

  @Test func accuracyHasAnIntervalHoweverManyLabelsThereAre() throws {
    let labels = (0..<250).map { "l\($0)" }
    func evaluation(wrong: Range<Int>) throws -> ClassificationEvaluation {
      try Predictions(
        labels: labels, truth: labels,
        predicted: labels.indices.map { wrong.contains($0) ? "l0" : labels[$0] }
      ).evaluate(EvaluationOptions(chance: .off))
    }
    let comparison = try PairedComparison(
      candidate: evaluation(wrong: 100..<120), baseline: evaluation(wrong: 60..<110), primary: "accuracy",
      options: ChanceOptions(resamples: 0))
    let accuracy = try #require(comparison["accuracy"])
    let interval = try #require(accuracy.interval.interval)
    // 40 fixed and 10 broken of 250: 0.12 ± 1.96 √((50 / 250 − 0.12²) / 249).
    let reach = 1.959963984540054 * ((50.0 / 250 - 0.0144) / 249).squareRoot()
    #expect(isNear(interval.low, 0.12 - reach) && isNear(interval.high, 0.12 + reach))
    #expect(accuracy.pValue == comparison.mcNemar.pValue)
    #expect(comparison.verdict == .better)
    #expect(comparison["f1_micro"]?.interval.interval != nil)
  }

  @Test func manyCandidatesAreCorrectedForTheirNumberMetricByMetric() throws {
    let (old, new) = random(.multiclass, seed: 8)
    let baseline = old.evaluate()
    let several = RunComparisons(
      candidates: [new.evaluate(), baseline, new.evaluate()], baseline: baseline, primary: "accuracy")
    let p = try #require(several.comparisons[0]?["accuracy"]?.pValue)
    #expect(several.comparisons[0]?["accuracy"]?.adjustedPValue == min(1, 3 * p))
    #expect(several.comparisons[1]?["accuracy"]?.adjustedPValue == 1)
    #expect(several.ties[1])
    #expect(several.problems.isEmpty)
  }

  @Test func whatCannotBeAlignedIsSaidForThatRunOnly() throws {
    let (old, _) = random(.multiclass, seed: 8)
    let other = RandomPredictions(.multiclass, rows: 70, seed: 99).predictions()
    let several = RunComparisons(
      candidates: [other.evaluate(), old.evaluate()], baseline: old.evaluate(), primary: "accuracy")
    #expect(several.comparisons[0] == nil && several.problems[0] != nil)
    #expect(several.comparisons[1] != nil)
  }
}
