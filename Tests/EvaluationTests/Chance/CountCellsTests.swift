import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

struct CountCellsTests {
  @Test func cellsMakeUpTheCountsTheyCameFrom() {
    for seed: UInt64 in 1...3 {
      let statistics = RandomPredictions(.multiclass, seed: seed).predictions()
        .evaluate(.withoutIntervals).statistics
      guard let confusion = statistics.confusion else { continue }
      check(CountCells(confusion), against: statistics)
    }
  }

  @Test func pairsOfSetsMakeUpTheCountsTheyCameFrom() throws {
    for seed: UInt64 in 1...3 {
      let predictions = RandomPredictions(.multilabel, seed: seed).predictions()
      let cells = try #require(CountCells(labelSetsOf: predictions, limit: 60))
      check(cells, against: predictions.evaluate(.withoutIntervals).statistics)
    }
  }

  private func check(_ cells: CountCells, against statistics: ClassificationStatistics) {
    var filled = statistics
    filled.labelCounts = statistics.labelCounts.map { _ in LabelCounts() }
    filled.correctWeight = 0
    var scratch = [Double](repeating: 7, count: 3 * statistics.labelCounts.count)
    cells.fill(&filled, rows: cells.counts, scratch: &scratch)
    #expect(filled.labelCounts == statistics.labelCounts)
    #expect(filled.correctWeight == statistics.correctWeight)
  }

  @Test func moreThanTwoWordsOfLabelsAreToldApart() throws {
    var generator = SeededGenerator(seed: 4)
    let labels = (0..<70).map { ExactString("l\($0)") }
    let schema = PredictionSchema(task: .multilabel, labels: labels)
    let sets = (0..<30 * 70).map { _ in UInt8.random(in: 0...1, using: &generator) }
    let predictions = Predictions(
      schema: schema,
      batches: [PredictionBatch(count: 30, truthSets: sets, predictedSets: Array(sets.reversed()))])
    let cells = try #require(CountCells(labelSetsOf: predictions, limit: 30))
    #expect(cells.count == 30)
    check(cells, against: predictions.evaluate(.withoutIntervals).statistics)
    #expect(CountCells(labelSetsOf: predictions, limit: 29) == nil)
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    let original = RandomPredictions(.multilabel, seed: 9)
    var shuffled = original
    var generator = SeededGenerator(seed: 1)
    shuffled.rows.shuffle(using: &generator)
    let one = try #require(CountCells(labelSetsOf: original.predictions(), limit: 60))
    let other = try #require(CountCells(labelSetsOf: shuffled.predictions(), limit: 60))
    #expect(one.counts == other.counts)
  }
}
