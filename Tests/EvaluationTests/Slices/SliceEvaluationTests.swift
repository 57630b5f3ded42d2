import Diagnostics
import Evaluation
import TestSupport
import Testing

/// Predictions of two labels, by values of attributes and whether each row is right.
private func predictions(
  _ attributes: [(name: ExactString, values: [String])], right: [Bool], groups: [String]? = nil,
  weights: [Double] = [], texts: [String]? = nil
) -> Predictions {
  let schema = PredictionSchema(
    task: .binary, labels: ["a", "b"], positive: 1, hasWeights: !weights.isEmpty,
    attributeNames: attributes.map(\.name))
  let batch = PredictionBatch(
    count: right.count, truth: right.indices.map { Int32($0 % 2) },
    predicted: right.indices.map { Int32(right[$0] ? $0 % 2 : 1 - $0 % 2) }, weights: weights,
    texts: texts.map { TextColumn($0) }, groups: groups.map { TextColumn($0) },
    attributes: attributes.map { TextColumn($0.values) })
  return Predictions(schema: schema, batches: [batch])
}

/// Random predictions with an attribute `site` of three values and a `text`, in these batches.
private func sited(
  _ task: ClassificationTask, seed: UInt64, isWeighted: Bool = false, sizes: [Int] = [60],
  order: [Int]? = nil
) -> Predictions {
  let random = RandomPredictions(task, rows: 60, isWeighted: isWeighted, seed: seed)
  var shuffled = random
  shuffled.schema.attributeNames = ["site"]
  let order = order ?? Array(0..<60)
  shuffled.rows = order.map { random.rows[$0] }
  var start = 0
  shuffled.schema.attributeNames = []
  let batches = shuffled.predictions(batchSizes: sizes).batches.map { batch in
    var batch = batch
    let numbers = order[start..<start + batch.count]
    start += batch.count
    batch.attributes = [TextColumn(numbers.map { ["north", "east", "west"][$0 * $0 % 7 % 3] })]
    batch.texts = TextColumn(numbers.map { String(repeating: "x", count: $0) })
    return batch
  }
  shuffled.schema.attributeNames = ["site"]
  return Predictions(schema: shuffled.schema, batches: batches)
}

struct SliceEvaluationTests {
  @Test func aHandWorkedSliceIsHeldAgainstTheRest() throws {
    // north: 6 of 12 right; south: 11 of 12.
    let right =
      [Bool](repeating: true, count: 6) + [Bool](repeating: false, count: 6)
      + [Bool](repeating: true, count: 11) + [false]
    let site = [String](repeating: "north", count: 12) + [String](repeating: "south", count: 12)
    let found = predictions([("site", site)], right: right).slices()
    #expect(found.primaryMetric == "accuracy" && found.metricNames == ["accuracy", "f1"])
    #expect(found.problems.isEmpty)
    #expect(found.slices.map(\.name) == ["site = north", "site = south"])
    let north = found.slices[0]
    #expect(north.part.rows == 12 && north.rest.rows == 12 && north.shareOfRows == 0.5 && !north.isSmall)
    #expect(north.part["accuracy"] == .value(6.0 / 12) && north.rest["accuracy"] == .value(11.0 / 12))
    #expect(north.part.metrics[0].interval.interval == .wilson(successes: 6, trials: 12))
    #expect(agree(north.accuracyDifference.value, -5.0 / 12))
    #expect(north.primaryDifference == north.accuracyDifference)
    #expect(
      north.accuracyDifference.interval.interval
        == .newcombe(successes: 6, trials: 12, others: 11, otherTrials: 12))
    // Both values of an attribute of two are one test, and count twice.
    let pValue = try #require(north.pValue.number)
    #expect(abs(pValue - 0.0686) < 0.0001)
    #expect(agree(north.adjustedPValue, 2 * pValue))
    #expect(agree(found.slices[1].pValue, pValue) && agree(found.slices[1].adjustedPValue, 2 * pValue))
  }

  @Test func theWorstComesFirstAndSmallSlicesLast() {
    // a: 10 of 20, b: 20 of 20, c: 15 of 20, d: 0 of 5 and small.
    let values = [("a", 20), ("b", 20), ("c", 20), ("d", 5)].flatMap { [String](repeating: $0, count: $1) }
    let right = (0..<65).map { row in row < 10 || (20..<55).contains(row) }
    let found = predictions([("part", values)], right: right).slices()
    #expect(found.slices.map(\.name) == ["part = a", "part = c", "part = b", "part = d"])
    #expect(found.slices.map(\.isSmall) == [false, false, false, true])
    #expect(found.slices[3].adjustedPValue.number != nil)
  }

  @Test func aLossIsWorstWhereItIsHigh() throws {
    let probabilities = (0..<40).map { $0 < 20 ? [0.55, 0.45] : [0.9, 0.1] }
    var schema = PredictionSchema(
      task: .binary, labels: ["a", "b"], scoredLabelCount: 2, positive: 1, attributeNames: ["part"])
    schema.attributeNames = ["part"]
    let batch = PredictionBatch(
      count: 40, truth: (0..<40).map { $0 == 39 ? 1 : 0 }, predicted: (0..<40).map { _ in 0 },
      probabilities: probabilities.flatMap(\.self),
      attributes: [TextColumn((0..<40).map { $0 < 20 ? "unsure" : "sure" })])
    let predictions = Predictions(schema: schema, batches: [batch])
    let byLoss = predictions.slices(SliceOptions(primaryMetric: "log_loss"))
    #expect(byLoss.primaryMetric == "log_loss")
    #expect(byLoss.slices.map(\.name) == ["part = unsure", "part = sure"])
    #expect(try #require(byLoss.slices[0].primaryDifference.value.number) > 0)
    #expect(byLoss.metricNames == ["accuracy", "f1", "roc_auc", "log_loss"])
    #expect(predictions.slices().slices.map(\.name) == ["part = sure", "part = unsure"])
    // A metric that is not there gives way to accuracy.
    #expect(predictions.slices(SliceOptions(primaryMetric: "f1_samples")).primaryMetric == "accuracy")
    #expect(predictions.slices(SliceOptions(primaryMetric: "nothing")).primaryMetric == "accuracy")
  }

  @Test func attributesOfOneOrManyValuesAreNoSlices() {
    let rows = 42
    let right = (0..<rows).map { $0 % 3 != 0 }
    let found = predictions(
      [
        ("constant", [String](repeating: "x", count: rows)), ("twenty", (0..<rows).map { String($0 % 20) }),
        ("many", (0..<rows).map { String($0 % 21) }),
        ("spelling", (0..<rows).map { $0 % 2 == 0 ? "caf\u{E9}" : "cafe\u{301}" }),
      ], right: right
    ).slices()
    #expect(
      found.problems == [
        .attribute("constant", reason: "it has the same value in all rows"),
        .attribute("many", reason: "it has more than 20 distinct values"),
      ])
    #expect(found.slices.count == 22)
    #expect(found.problems[0].description == "“constant”: it has the same value in all rows")
  }

  @Test func thereAreAtMostFiveHundredSlices() {
    let attributes = (0..<30).map { number in
      (name: ExactString("a\(number)"), values: (0..<40).map { String(($0 + number) % 20) })
    }
    let found = predictions(attributes, right: (0..<40).map { $0 % 2 == 0 }).slices()
    #expect(found.slices.count == 500 && found.problems.count == 5)
    #expect(found.problems[0] == .attribute("a25", reason: "there are 500 slices without it"))
  }

  @Test func expressionsAreSlicesToo() throws {
    let texts = (0..<30).map { String(repeating: "x", count: $0) }
    let predictions = predictions([], right: (0..<30).map { $0 < 20 }, texts: texts)
    let sources = ["length(text) >= 20", "length(text) > 100", "length(text) >= 0", "txt = 'x'"]
    let found = predictions.slices(SliceOptions(expressions: try sources.map { try SliceExpression($0) }))
    #expect(found.slices.map(\.name) == ["length(text) >= 20", "length(text) >= 0", "length(text) > 100"])
    #expect(found.slices[0].accuracyDifference.value == .value(-1))
    #expect(found.slices[0].pValue == found.slices[0].adjustedPValue)
    // All rows have no rest, and no rows no part.
    #expect(found.slices[1].accuracyDifference.value.reason == "no row outside of the slice counts")
    #expect(found.slices[1].part["accuracy"] == .value(20.0 / 30))
    #expect(found.slices[2].part["accuracy"]?.reason == "there are no rows")
    #expect(found.slices[2].shareOfRows == 0 && found.slices[2].isSmall)
    #expect(found.slices[2].pValue.reason == "no row of the slice counts")
    #expect(found.problems.count == 1)
    #expect(
      found.problems[0].description.hasPrefix(
        "“txt = 'x'”, column 1: found the column “txt”; expected one of"))
  }

  @Test(arguments: ClassificationTask.allCases, [1, 2, 3] as [UInt64])
  func slicesOfAnAttributeMakeUpAllRows(_ task: ClassificationTask, _ seed: UInt64) throws {
    let predictions = sited(task, seed: seed)
    let found = predictions.slices()
    #expect(found.slices.count == 3)
    #expect(found.slices.reduce(0) { $0 + $1.part.rows } == 60)
    let mean = try found.slices.reduce(0.0) { sum, slice in
      sum + slice.shareOfRows * (try #require(slice.part["accuracy"]?.number))
    }
    #expect(agree(predictions.evaluate()["accuracy"], mean))
    for slice in found.slices {
      #expect(slice.part.rows + slice.rest.rows == 60)
    }
  }

  @Test(arguments: ClassificationTask.allCases, [false, true])
  func aSliceIsMeasuredAsIfItsRowsWereAlone(_ task: ClassificationTask, _ isWeighted: Bool) throws {
    let predictions = sited(task, seed: 8, isWeighted: isWeighted, sizes: [10, 50])
    let all = SliceOptions(
      expressions: [try SliceExpression("length(text) < 25")], metrics: .standard)
    for slice in predictions.slices(all).slices {
      let inside = { (row: PredictionRow) in
        switch slice.definition {
        case .attribute(_, let value): ExactString(row.attribute(0)) == value
        case .expression: (row.text ?? "").utf8.count < 25
        }
      }
      let alone = predictions.selecting(inside).evaluate()
      let rest = predictions.selecting { !inside($0) }.evaluate()
      for (part, whole) in [(slice.part, alone), (slice.rest, rest)] {
        #expect(part.rows == whole.rowCount)
        #expect(part.metrics.map(\.name) == whole.metrics.map(\.name))
        for (one, other) in zip(part.metrics, whole.metrics) {
          #expect(agree(one.value, other.value.number), "\(slice.name): \(one.name)")
        }
      }
      #expect(
        slice.absentLabelCount
          == alone.perLabel.count { $0.counts.support == 0 && $0.counts.predicted == 0 })
    }
  }

  @Test(arguments: ClassificationTask.allCases)
  func neitherTheOrderOfRowsNorBatchesMatter(_ task: ClassificationTask) {
    let whole = sited(task, seed: 4).slices()
    #expect(sited(task, seed: 4, sizes: [1, 0, 30, 29]).slices() == whole)
    var generator = SeededGenerator(seed: 1)
    let order = (0..<60).shuffled(using: &generator)
    #expect(sited(task, seed: 4, order: order).slices() == whole)
  }

  @Test func groupsWidenTheIntervalAndWeightsAreHeeded() throws {
    let site = (0..<40).map { $0 < 20 ? "north" : "south" }
    let right = (0..<40).map { $0 < 20 ? $0 < 10 : $0 < 36 }
    let plain = predictions([("site", site)], right: right).slices().slices[0]
    // Each group is ten rows that are right or wrong nearly together.
    let grouped = predictions([("site", site)], right: right, groups: (0..<40).map { "g\($0 / 5)" })
    let slice = grouped.slices().slices[0]
    let interval = try #require(slice.accuracyDifference.interval.interval)
    #expect(interval.method == .delta && interval.count == 8)
    let narrow = try #require(plain.accuracyDifference.interval.interval)
    #expect(interval.high - interval.low > narrow.high - narrow.low)
    #expect(try #require(slice.pValue.number) > (try #require(plain.pValue.number)))
    let weighted = predictions([("site", site)], right: right, weights: right.map { $0 ? 2 : 1 }).slices()
    #expect(agree(weighted.slices[0].accuracyDifference.value, 20.0 / 30 - 32.0 / 36))
    #expect(weighted.slices[0].accuracyDifference.interval.interval?.method == .delta)
  }

  @Test func noRowsAndNoAttributesHaveNoSlices() {
    let empty = predictions([("site", [])], right: [])
    #expect(empty.slices().slices.isEmpty)
    #expect(empty.slices().problems == [.attribute("site", reason: "there are no rows")])
    let plain = predictions([], right: [true, false])
    #expect(plain.slices().slices.isEmpty && plain.slices().problems.isEmpty)
    let without = predictions([("site", ["x", "y"])], right: [true, false])
    #expect(without.slices(SliceOptions(includesAttributes: false)).slices.isEmpty)
  }

  @Test func ofSeveralLabelsTheWholeSetMustBeRight() throws {
    let schema = PredictionSchema(task: .multilabel, labels: ["x", "y"], attributeNames: ["site"])
    let batch = PredictionBatch(
      count: 3, truthSets: [1, 0, 1, 1, 0, 0], predictedSets: [1, 0, 1, 0, 0, 0],
      attributes: [TextColumn(["n", "n", "s"])])
    let found = Predictions(schema: schema, batches: [batch]).slices()
    #expect(found.primaryMetric == "f1_micro" && found.metricNames == ["accuracy", "f1_macro", "f1_micro"])
    let north = try #require(found.slices.first { $0.name == "site = n" })
    #expect(north.accuracyDifference.value == .value(0.5 - 1))
    #expect(north.primaryDifference.value.reason == "in the rest no row that counts has a label to count")
  }
}
