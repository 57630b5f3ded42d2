import Diagnostics

/// The labels of two sets of predictions under one numbering: those of the first, then those that only the second has.
struct LabelUnion {
  private let labels: [ExactString]
  /// The number of each label of the second.
  private let numbers: [Int]
  private let firstSchema: PredictionSchema
  private let secondSchema: PredictionSchema

  init(first: PredictionSchema, second: PredictionSchema) {
    var positions: [ExactString: Int] = [:]
    for (number, label) in first.labels.enumerated() { positions[label] = number }
    var labels = first.labels
    numbers = second.labels.map { label in
      if let number = positions[label] { return number }
      labels.append(label)
      positions[label] = labels.count - 1
      return labels.count - 1
    }
    self.labels = labels
    firstSchema = first
    secondSchema = second
  }

  /// The first predictions with the labels of both.
  func first(_ predictions: Predictions) -> Predictions {
    guard labels.count > firstSchema.labels.count else { return predictions }
    let schema = schema(like: firstSchema, scored: firstSchema.scoredLabelCount)
    let identity = Array(firstSchema.labels.indices)
    return Predictions(
      schema: schema,
      batches: predictions.batches.map {
        relabelled($0, numbers: identity, width: firstSchema.labels.count, scored: schema.scoredLabelCount)
      })
  }

  /// The second predictions with the labels of both, in the order of the first.
  ///
  /// Their probabilities stay if the same labels have them as in the first; else they are left out.
  func second(_ predictions: Predictions) -> Predictions {
    if secondSchema.labels == labels { return predictions }
    let scored = secondSchema.scoredLabelCount
    let isSameScored =
      scored == firstSchema.scoredLabelCount && numbers.prefix(scored).allSatisfy { $0 < scored }
    let schema = schema(like: secondSchema, scored: isSameScored ? scored : 0)
    return Predictions(
      schema: schema,
      batches: predictions.batches.map {
        relabelled($0, numbers: numbers, width: secondSchema.labels.count, scored: schema.scoredLabelCount)
      })
  }

  private func schema(like schema: PredictionSchema, scored: Int) -> PredictionSchema {
    var result = schema
    result.labels = labels
    result.scoredLabelCount = scored
    if schema.task != .multilabel { result.task = labels.count == 2 ? .binary : .multiclass }
    result.positive =
      result.task == .binary
      ? schema.positive.flatMap { labels.firstIndex(of: schema.labels[$0]) } ?? 1 : nil
    return result
  }

  private func relabelled(
    _ batch: PredictionBatch, numbers: [Int], width: Int, scored: Int
  ) -> PredictionBatch {
    var result = batch
    result.truth = batch.truth.map { Int32(numbers[Int($0)]) }
    result.predicted = batch.predicted.map { Int32(numbers[Int($0)]) }
    result.truthSets = spread(batch.truthSets, rows: batch.count, numbers, width: width, to: labels.count)
    result.predictedSets = spread(
      batch.predictedSets, rows: batch.count, numbers, width: width, to: labels.count)
    result.probabilities =
      scored == 0
      ? []
      : spread(
        batch.probabilities, rows: batch.count, Array(numbers.prefix(scored)), width: scored, to: scored)
    return result
  }

  /// The cells of each row at the places of their labels.
  private func spread<Cell: ExpressibleByIntegerLiteral>(
    _ cells: [Cell], rows: Int, _ numbers: [Int], width: Int, to wide: Int
  ) -> [Cell] {
    guard !cells.isEmpty else { return [] }
    var result = [Cell](repeating: 0, count: rows * wide)
    for row in 0..<rows {
      for cell in 0..<width { result[row * wide + numbers[cell]] = cells[row * width + cell] }
    }
    return result
  }
}
