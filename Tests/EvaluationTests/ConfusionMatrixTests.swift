import Diagnostics
import Evaluation
import Testing

struct ConfusionMatrixTests {
  private let matrix = ConfusionMatrix(
    labels: ["a", "b", "c"],
    entries: [
      .init(truth: 1, predicted: 0, count: 2), .init(truth: 0, predicted: 0, count: 5),
      .init(truth: 0, predicted: 2, count: 1), .init(truth: 1, predicted: 1, count: 0),
    ])

  @Test func truthIsInRowsAndPredictionInColumns() {
    #expect(matrix[1, 0] == 2)
    #expect(matrix[0, 1] == 0)
    #expect(matrix.dense == [[5, 0, 1], [2, 0, 0], [0, 0, 0]])
    #expect(matrix.truthTotals == [6, 2, 0])
    #expect(matrix.predictedTotals == [7, 0, 1])
    #expect(matrix.total == 8)
    #expect(matrix.diagonal == [5, 0, 0])
  }

  @Test func cellsOfZeroAreNotKeptAndTheOthersAreInOrder() {
    #expect(matrix.entries.map { [$0.truth, $0.predicted] } == [[0, 0], [0, 2], [1, 0]])
  }

  @Test func countsOfALabelAreThoseAgainstAllOthers() {
    #expect(
      matrix.labelCounts == [
        LabelCounts(truePositives: 5, falsePositives: 2, falseNegatives: 1, trueNegatives: 0),
        LabelCounts(truePositives: 0, falsePositives: 0, falseNegatives: 2, trueNegatives: 6),
        LabelCounts(truePositives: 0, falsePositives: 1, falseNegatives: 0, trueNegatives: 7),
      ])
  }

  @Test(arguments: [3, 256, 257, 3_000])
  func fewAndManyLabelsAreCountedAlike(_ labelCount: Int) throws {
    let labels = (0..<labelCount).map { ExactString("label \($0)") }
    let truth = (0..<500).map { Int32($0 * 7 % labelCount) }
    let predicted = (0..<500).map { Int32($0 % 3 == 0 ? $0 * 11 % labelCount : $0 * 7 % labelCount) }
    for hasWeights in [false, true] {
      let schema = PredictionSchema(task: .multiclass, labels: labels, hasWeights: hasWeights)
      let batches = [0..<200, 200..<500].map { rows in
        PredictionBatch(
          count: rows.count, truth: Array(truth[rows]), predicted: Array(predicted[rows]),
          weights: hasWeights ? .init(repeating: 2, count: rows.count) : [])
      }
      let confusion = try #require(Predictions(schema: schema, batches: batches).evaluate().confusion)
      #expect(confusion.total == (hasWeights ? 1_000 : 500))
      for entry in confusion.entries {
        let count = truth.indices.count {
          truth[$0] == Int32(entry.truth) && predicted[$0] == Int32(entry.predicted)
        }
        #expect(entry.count == Double(count) * (hasWeights ? 2 : 1))
      }
    }
  }
}
