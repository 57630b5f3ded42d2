import Evaluation
import TestSupport
import Testing

struct ClassificationAccumulatorTests {
  @Test(arguments: ClassificationTask.allCases)
  func mergedAccumulatorsAreAsOne(_ task: ClassificationTask) {
    let predictions = RandomPredictions(task, rows: 90, seed: 7).predictions(batchSizes: [30, 50, 10])
    var whole = ClassificationAccumulator(schema: predictions.schema)
    for batch in predictions.batches { whole.add(batch) }
    var left = ClassificationAccumulator(schema: predictions.schema)
    var right = left
    left.add(predictions.batches[0])
    right.add(predictions.batches[1])
    right.add(predictions.batches[2])
    left.merge(right)
    let (one, other) = (whole.finish(), left.finish())
    #expect(one.metrics == other.metrics)
    #expect(one.perLabel == other.perLabel)
    #expect(one.confusion == other.confusion)
    #expect(one.errors() == other.errors())
    #expect(one.metrics == predictions.evaluate().metrics)
  }

  @Test func weightedSumsDoNotDependOnWhoAddsWhichBatch() {
    var random = RandomPredictions(.multiclass, rows: 400, isWeighted: true, seed: 11)
    var generator = SeededGenerator(seed: 12)
    for row in random.rows.indices { random.rows[row].weight = Double.random(in: 0...1, using: &generator) }
    let predictions = random.predictions(batchSizes: [100, 150, 50, 100])
    let options = EvaluationOptions(chance: .off)
    var one = ClassificationAccumulator(schema: predictions.schema, options: options)
    for batch in predictions.batches { one.add(batch) }
    for cut in 0...4 {
      var left = ClassificationAccumulator(schema: predictions.schema, options: options)
      var right = left
      for batch in predictions.batches[..<cut] { left.add(batch) }
      for batch in predictions.batches[cut...] { right.add(batch) }
      left.merge(right)
      #expect(left.finish().metrics == one.finish().metrics)
    }
  }
}
