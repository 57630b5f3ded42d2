import Diagnostics
import Evaluation
import TestSupport
import Testing

struct SelectingTests {
  private let predictions: Predictions = {
    let schema = PredictionSchema(
      task: .multiclass, labels: ["a", "b", "c"], scoredLabelCount: 2, hasWeights: true,
      attributeNames: ["site"])
    let first = PredictionBatch(
      count: 3, truth: [0, 1, 2], predicted: [0, 2, 2], probabilities: [0.9, 0.1, 0.2, 0.3, 0, 0.5],
      weights: [1, 2, 3], texts: TextColumn(["t0", "", "t2"]),
      images: TextColumn(["0.png", "1.png", "2.png"]),
      groups: TextColumn(["g", "g", "h"]), folds: TextColumn(["0", "1", "0"]),
      attributes: [TextColumn(["north", "south", "north"])])
    let second = PredictionBatch(
      count: 2, truth: [1, 0], predicted: [1, 1], probabilities: [0.1, 0.8, 0.4, 0.6], weights: [4, 5],
      texts: TextColumn(["t3", "t4"]), images: TextColumn(["3.png", "4.png"]),
      groups: TextColumn(["i", "i"]), folds: TextColumn(["1", "0"]),
      attributes: [TextColumn(["south", "north"])])
    return Predictions(schema: schema, batches: [first, second])
  }()

  @Test func rowsKeepTheirOrderTheirNamesAndEveryColumn() {
    let part = predictions.selecting(rows: [4, 2, 1, 2])
    #expect(part.count == 3 && part.batches.map(\.count) == [2, 1])
    #expect((0..<3).map { part.row($0).id } == ["1", "2", "4"])
    #expect((0..<3).map { part.row($0).text } == ["", "t2", "t4"])
    #expect((0..<3).map { part.row($0).image } == ["1.png", "2.png", "4.png"])
    #expect((0..<3).map { part.row($0).group } == ["g", "h", "i"])
    #expect((0..<3).map { part.row($0).fold } == ["1", "0", "0"])
    #expect((0..<3).map { part.row($0).attribute(0) } == ["south", "north", "north"])
    #expect((0..<3).map { part.row($0).weight } == [2, 3, 5])
    #expect((0..<3).map { part.row($0).truth } == [[1], [2], [0]])
    #expect((0..<3).map { part.row($0).predicted } == [[2], [2], [1]])
    #expect((0..<3).map { part.row($0).probability(of: 1) } == [0.3, 0.5, 0.6])
    #expect((0..<3).allSatisfy { part.row($0).probability(of: 2) == nil })
    #expect(part.schema == predictions.schema)
  }

  @Test func namesSurviveAnotherSelection() {
    let part = predictions.selecting(rows: [1, 3, 4]).selecting(rows: [2, 1])
    #expect((0..<2).map { part.row($0).id } == ["3", "4"])
  }

  @Test func aConditionOnTheRowSelects() {
    let part = predictions.selecting { $0.isRight && $0.weight > 1 }
    #expect((0..<part.count).map { part.row($0).id } == ["2", "3"])
    #expect(predictions.selecting { _ in false }.count == 0)
    #expect(predictions.selecting { $0.number > 3 }.batches.count == 1)
  }

  @Test func nothingSelectedHasNoRows() {
    let none = predictions.selecting(rows: [])
    #expect(none.count == 0 && none.batches.isEmpty)
    #expect(none.evaluate()["accuracy"]?.reason == "there are no rows")
  }

  @Test(arguments: ClassificationTask.allCases)
  func allRowsSelectedAreThePredictionsAgain(_ task: ClassificationTask) {
    let random = RandomPredictions(task, rows: 50, isWeighted: true, seed: 5)
    let whole = random.predictions(batchSizes: [13, 0, 37])
    let selected = whole.selecting(rows: (0..<50).reversed())
    let off = EvaluationOptions(chance: .off)
    #expect(selected.evaluate(off).metrics == whole.evaluate(off).metrics)
    #expect(selected.batches.map(\.truthSets).joined().elementsEqual(whole.batches.map(\.truthSets).joined()))
    #expect(selected.batches.count == 2)
  }

  @Test(arguments: ClassificationTask.allCases)
  func partsAndRestAddUpToTheWhole(_ task: ClassificationTask) {
    let whole = RandomPredictions(task, rows: 90, seed: 9).predictions(batchSizes: [40, 50])
    let part = whole.selecting { $0.number % 3 == 0 }
    let rest = whole.selecting { $0.number % 3 != 0 }
    let both = Predictions(schema: whole.schema, batches: part.batches + rest.batches)
    #expect(part.count == 30 && rest.count == 60)
    let off = EvaluationOptions(chance: .off)
    #expect(both.evaluate(off).metrics == whole.evaluate(off).metrics)
  }
}
