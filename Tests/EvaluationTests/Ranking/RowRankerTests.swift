import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

/// The order that rows are ranked in against the standard library's.
struct RowRankerTests {
  /// How scores come about.
  enum Shape: String, CaseIterable {
    case full, millionths, hundredths, thirds, tiny, close, zeroOrOne, single, nearlyMillionths

    func score(_ generator: inout SeededGenerator) -> Double {
      let noise = Double.random(in: 0...1, using: &generator)
      switch self {
      case .full: return noise
      case .millionths: return Double(Int(noise * 1e6)) / 1e6
      case .hundredths: return Double(Int(noise * 100)) / 100
      case .thirds: return Double(Int(noise * 300)) / 300
      case .tiny:
        return noise < 0.1 ? 0 : .init(sign: .plus, exponent: -Int(noise * 900), significand: 1 + noise)
      case .close: return Double(bitPattern: 0.5.bitPattern + UInt64(noise * 3_000))
      case .zeroOrOne: return noise < 0.5 ? (noise < 0.2 ? -0.0 : 0) : 1
      case .single: return 0.3
      case .nearlyMillionths:
        let near = Double(Int(noise * 1e6)) / 1e6
        return noise < 0.001 ? near.nextDown.magnitude : near
      }
    }
  }

  private func predictions(_ shape: Shape, rows: Int, task: ClassificationTask = .multiclass) -> Predictions {
    var generator = SeededGenerator(seed: UInt64(rows))
    let width = task == .binary ? 2 : 3
    let schema = PredictionSchema(
      task: task, labels: ["a", "b", "c"].prefix(width).map { .init($0) }, scoredLabelCount: width,
      positive: task == .binary ? 1 : nil)
    let batches = [rows / 3, 0, rows - rows / 3].map { count in
      PredictionBatch(
        count: count,
        truth: task == .multilabel
          ? [] : (0..<count).map { _ in .random(in: 0..<Int32(width), using: &generator) },
        predicted: task == .multilabel ? [] : [Int32](repeating: 0, count: count),
        truthSets: task == .multilabel
          ? (0..<count * width).map { _ in .random(in: 0...1, using: &generator) } : [],
        predictedSets: task == .multilabel ? [UInt8](repeating: 0, count: count * width) : [],
        probabilities: (0..<count * width).map { _ in shape.score(&generator) })
    }
    return Predictions(schema: schema, batches: batches)
  }

  @Test(arguments: Shape.allCases, [0, 1, 7, 300, 5_000])
  func groupsAreThoseOfTheStandardLibrary(_ shape: Shape, _ count: Int) {
    let predictions = predictions(shape, rows: count)
    let ranker = RowRanker(predictions, labels: [2, 0], truth: .label, keepsRows: true)
    var rows = ranker.makeRows()
    let layout = ranker.layout
    for (place, label) in [2, 0].enumerated() {
      ranker.rank(at: place, into: &rows)
      let scores = (0..<count).map { (predictions.row($0).probability(of: label) ?? 0) + 0 }
      let byScore = Dictionary(grouping: 0..<count) { scores[$0] }
      let expected = byScore.keys.sorted(by: >).map { (byScore[$0] ?? []).sorted() }
      var groups: [[Int]] = []
      rows.forEachGroup { words in
        groups.append(words.map { layout.row($0) }.sorted())
        for word in words {
          let truth = predictions.row(layout.row(word)).truth[0]
          #expect(Int(word & layout.truthMask) == truth)
        }
      }
      #expect(groups == expected, "\(shape)")
    }
  }

  @Test(arguments: Shape.allCases, [300, 5_000])
  func curvesHaveTheScoresThemselves(_ shape: Shape, _ count: Int) throws {
    for task in ClassificationTask.allCases {
      let predictions = predictions(shape, rows: count, task: task)
      let evaluation = predictions.evaluate(EvaluationOptions(metrics: MetricRegistry([])))
      let curve = try #require(evaluation.rankCurve(of: 1))
      let scores = (0..<count).map { (predictions.row($0).probability(of: 1) ?? 0) + 0 }
      #expect(curve.thresholds == Set(scores).sorted(by: >))
      #expect(curve.positives == Double((0..<count).count { predictions.row($0).isTrue(1) }))
      #expect(curve.positives + curve.negatives == Double(count))
    }
  }

  @Test(arguments: Shape.allCases, ClassificationTask.allCases)
  func areasAreThoseOfASimpleWalk(_ shape: Shape, _ task: ClassificationTask) {
    let predictions = predictions(shape, rows: 5_000, task: task)
    let rankings = Rankings(predictions, supports: predictions.supports)
    for (label, ranking) in rankings.labels.enumerated() {
      let simple = RankedScores(predictions, labels: label..<label + 1).ranking(label: "it")
      #expect(ranking.rocAUC == simple.rocAUC)
      #expect(ranking.averagePrecision == simple.averagePrecision)
    }
  }

  @Test(arguments: Shape.allCases, ClassificationTask.allCases)
  func labelsRankedAloneAreRankedAlike(_ shape: Shape, _ task: ClassificationTask) {
    let predictions = predictions(shape, rows: 5_000, task: task)
    let all = Rankings(predictions, supports: predictions.supports)
    for extent in [RankingExtent.means, .labels] {
      let alone = Rankings(predictions, supports: predictions.supports, extent: extent)
      for (one, other) in zip(alone.labels, all.labels) {
        var other = other
        other.pairAreas = nil
        #expect(one == other)
      }
      for lane in InfluenceLane.allCases {
        if lane.extent > extent {
          #expect(alone.intervals[lane].interval == nil)
        } else {
          #expect(alone.intervals[lane] == all.intervals[lane])
        }
      }
      #expect(alone.micro == nil)
    }
  }

  @Test(arguments: [Shape.millionths, .hundredths, .zeroOrOne, .single], ClassificationTask.allCases)
  func countedRowsAreRankedAsSortedOnesAre(_ shape: Shape, _ task: ClassificationTask) throws {
    let predictions = predictions(shape, rows: 5_000, task: task)
    let labels = Array(predictions.schema.labels.indices)
    for extent in [RankingExtent.means, .labels] {
      let (counted, sorted) = (ranker(predictions, extent), ranker(predictions, extent))
      let rankings = (counted.countedRankings(of: labels), sorted.rankings(of: labels))
      #expect(rankings.0 == rankings.1)
      #expect(rankings.0.contains { !$0.binCounts.isEmpty && $0.curve != nil })
      guard task != .binary else { continue }
      let influences = (try counted.finish(rankings.0), try sorted.finish(rankings.1))
      #expect(influences.0.values == influences.1.values)
      #expect(influences.0.variances(predictions) == influences.1.variances(predictions))
    }
  }

  private func ranker(_ predictions: Predictions, _ extent: RankingExtent) -> LabelRanker {
    LabelRanker(
      predictions, supports: predictions.supports, averages: predictions.schema.task != .binary,
      extent: extent,
      keepsCurves: true)
  }

  @Test(arguments: Shape.allCases, [ClassificationTask.multiclass, .multilabel])
  func cellsRankedInAnyWayGiveTheSameBits(_ shape: Shape, _ task: ClassificationTask) throws {
    let predictions = predictions(shape, rows: 5_000, task: task)
    let simple = RankedScores(predictions, labels: 0..<3).ranking(label: "of any label")
    let sliced = CellSlices.ranking(of: predictions, sliceSize: 1_000)
    #expect(sliced.rocAUC == simple.rocAUC)
    #expect(agree(sliced.averagePrecision, simple.averagePrecision.number))
    guard [.millionths, .hundredths, .zeroOrOne, .single].contains(shape) else { return }
    let ranker = LabelRanker(predictions, supports: predictions.supports, averages: true, countsCells: true)
    _ = ranker.rankings(of: [0, 1]) + ranker.rankings(of: [2])
    let counted = CellTable.ranking(of: try #require(ranker.cellTables))
    #expect(counted.rocAUC == simple.rocAUC)
    #expect(counted.averagePrecision == simple.averagePrecision)
  }

  @Test(arguments: [
    (ClassificationTask.multiclass, Shape.millionths), (.multiclass, .full), (.multilabel, .thirds),
  ])
  func manyRowsGiveTheSameBitsInAnyOrderAndSplit(_ task: ClassificationTask, _ shape: Shape) throws {
    let original = predictions(shape, rows: 34_000, task: task)
    var generator = SeededGenerator(seed: 1)
    let order = (0..<original.count).shuffled(using: &generator)
    let rows = order.map { original.row($0) }
    let shuffled = PredictionBatch(
      count: rows.count, truth: task == .multilabel ? [] : rows.map { Int32($0.truth[0]) },
      predicted: task == .multilabel ? [] : rows.map { _ in 0 },
      truthSets: task == .multilabel ? rows.flatMap { row in (0..<3).map { row.isTrue($0) ? 1 : 0 } } : [],
      predictedSets: task == .multilabel ? [UInt8](repeating: 0, count: 3 * rows.count) : [],
      probabilities: rows.flatMap { row in (0..<3).map { row.probability(of: $0) ?? 0 } })
    let first = Rankings(original, supports: original.supports)
    let other = Predictions(schema: original.schema, batches: [shuffled])
    let second = Rankings(other, supports: other.supports)
    #expect(first.labels == second.labels)
    #expect(first.micro == second.micro)
    #expect(first.intervals == second.intervals)
    #expect(first.intervals[.area].interval != nil)
  }
}
