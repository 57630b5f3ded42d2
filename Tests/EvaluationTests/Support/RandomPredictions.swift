import Diagnostics
import Evaluation
import TestSupport

/// Seeded predictions with many ties, and the changes that laws are about.
struct RandomPredictions {
  var schema: PredictionSchema
  var rows: [Row]

  /// A row, in whose sets a row of one label has one index.
  struct Row {
    var truth: Set<Int>
    var predicted: Set<Int>
    var probabilities: [Double]
    var weight: Double
  }

  /// `rows` rows in which every label occurs and is predicted; of four labels, or two where the task is
  /// binary.
  init(
    _ task: ClassificationTask, rows count: Int = 60, labelCount: Int = 4, isWeighted: Bool = false,
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    let width = task == .binary ? 2 : labelCount
    let labels: [ExactString] = ["north", "east", "south", "west", "up", "down", "here"]
    schema = PredictionSchema(
      task: task, labels: Array(labels.prefix(width)), scoredLabelCount: width,
      positive: task == .binary ? 1 : nil, hasWeights: isWeighted)
    rows = (0..<count).map { number in
      Self.row(task, width: width, number: number, isWeighted: isWeighted, using: &generator)
    }
  }

  private static func row(
    _ task: ClassificationTask, width: Int, number: Int, isWeighted: Bool,
    using generator: inout SeededGenerator
  ) -> Row {
    let weight = isWeighted ? Double(Int.random(in: 0...8, using: &generator)) / 4 : 1
    if task == .multilabel {
      // Eighths, so that scores are tied.
      let probabilities = (0..<width).map { _ in Double(Int.random(in: 0...8, using: &generator)) / 8 }
      let truth = (0..<width).filter { probabilities[$0] > Double.random(in: 0...1.2, using: &generator) }
      return Row(
        truth: Set(truth).union(number < width ? [number] : []),
        predicted: Set((0..<width).filter { probabilities[$0] > 0.5 }),
        probabilities: probabilities, weight: weight)
    }
    var parts = (0..<width).map { _ in Int.random(in: 0...4, using: &generator) }
    let truth = number < width ? number : Int.random(in: 0..<width, using: &generator)
    parts[truth] += Int.random(in: 0...4, using: &generator)
    parts[number % width] += 1
    let probabilities = parts.map { Double($0) / Double(parts.reduce(0, +)) }
    let predicted = probabilities.firstIndex(of: probabilities.max() ?? 0) ?? 0
    return Row(truth: [truth], predicted: [predicted], probabilities: probabilities, weight: weight)
  }

  /// Predictions with a batch for each of `sizes`, which add up to the number of rows; by default one batch.
  func predictions(batchSizes sizes: [Int]? = nil) -> Predictions {
    var start = 0
    let batches = (sizes ?? [rows.count]).map { size in
      defer { start += size }
      return batch(of: rows[start..<start + size])
    }
    return Predictions(schema: schema, batches: batches)
  }

  private func batch(of rows: ArraySlice<Row>) -> PredictionBatch {
    let isMultilabel = schema.task == .multilabel
    let single = { (labels: Set<Int>) in Int32(labels.first ?? 0) }
    let indicators = { (labels: Set<Int>) in schema.labels.indices.map { labels.contains($0) ? UInt8(1) : 0 }
    }
    return PredictionBatch(
      count: rows.count,
      truth: isMultilabel ? [] : rows.map { single($0.truth) },
      predicted: isMultilabel ? [] : rows.map { single($0.predicted) },
      truthSets: isMultilabel ? rows.flatMap { indicators($0.truth) } : [],
      predictedSets: isMultilabel ? rows.flatMap { indicators($0.predicted) } : [],
      probabilities: rows.flatMap(\.probabilities),
      weights: schema.hasWeights ? rows.map(\.weight) : [])
  }

  /// The same rows with probabilities of which no two of a row are equal.
  func withoutTies(seed: UInt64) -> RandomPredictions {
    var result = self
    var generator = SeededGenerator(seed: seed)
    for row in result.rows.indices {
      let parts = rows[row].probabilities.map { $0 + Double.random(in: 0.001...0.01, using: &generator) }
      let whole = schema.task == .multilabel ? 2 : parts.reduce(0, +)
      result.rows[row].probabilities = parts.map { $0 / whole }
    }
    return result
  }

  /// The same rows with the labels in another order: `order[new]` is the old index.
  func reorderingLabels(_ order: [Int]) -> RandomPredictions {
    var result = self
    let place = { (label: Int) in order.firstIndex(of: label) ?? 0 }
    result.schema.labels = order.map { schema.labels[$0] }
    result.schema.positive = schema.positive.map(place)
    result.rows = rows.map { row in
      Row(
        truth: Set(row.truth.map(place)), predicted: Set(row.predicted.map(place)),
        probabilities: order.map { row.probabilities[$0] }, weight: row.weight)
    }
    return result
  }
}

extension EvaluationOptions {
  /// All metrics, none with an interval.
  static let withoutIntervals = EvaluationOptions(chance: .off)
}
