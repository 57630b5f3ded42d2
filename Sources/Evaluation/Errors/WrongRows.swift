/// For each label, the rows at which prediction and truth differ most about it.
struct WrongRows: Sendable {
  /// By label: rows of which it is predicted and not true.
  private(set) var falsePositives: [TopRows]
  /// By label: rows of which it is true and not predicted.
  private(set) var falseNegatives: [TopRows]

  /// No rows yet; at most `limit` of either kind and each label are kept.
  init(labelCount: Int, limit: Int?) {
    falsePositives = [TopRows](repeating: TopRows(limit: limit), count: labelCount)
    falseNegatives = falsePositives
  }

  /// Adds those of another part of the rows.
  mutating func merge(_ other: WrongRows) {
    for label in falsePositives.indices {
      falsePositives[label].merge(other.falsePositives[label])
      falseNegatives[label].merge(other.falseNegatives[label])
    }
  }

  /// Adds rows of a batch, the first of which has the global number `firstRow`.
  mutating func add(
    _ batch: PredictionBatch, _ rows: Range<Int>, firstRow: Int, schema: PredictionSchema, rule: ErrorRule
  ) {
    batch.probabilities.withUnsafeBufferPointer { probabilities in
      if schema.task != .multilabel, rule == .argmax {
        addSingle(batch, rows, firstRow, probabilities, scored: schema.scoredLabelCount)
      } else {
        addEach(batch, rows, firstRow, probabilities, schema, rule)
      }
    }
  }

  /// Rows of one label each: what is predicted and what is true.
  private mutating func addSingle(
    _ batch: PredictionBatch, _ rows: Range<Int>, _ firstRow: Int,
    _ probabilities: UnsafeBufferPointer<Double>, scored: Int
  ) {
    batch.truth.withUnsafeBufferPointer { truth in
      batch.predicted.withUnsafeBufferPointer { predicted in
        for row in rows where truth[row] != predicted[row] {
          let (label, other) = (Int(predicted[row]), Int(truth[row]))
          add(
            firstRow + row, label, isPositive: true,
            label < scored ? probabilities[row &* scored &+ label] : nil)
          add(
            firstRow + row, other, isPositive: false,
            other < scored ? probabilities[row &* scored &+ other] : nil)
        }
      }
    }
  }

  /// Each label of each row by itself.
  private mutating func addEach(
    _ batch: PredictionBatch, _ rows: Range<Int>, _ firstRow: Int,
    _ probabilities: UnsafeBufferPointer<Double>, _ schema: PredictionSchema, _ rule: ErrorRule
  ) {
    let isSingle = schema.task != .multilabel
    let (scored, width) = (schema.scoredLabelCount, schema.labels.count)
    for row in rows {
      for label in 0..<(rule == .threshold ? scored : width) {
        let place = row * width + label
        let probability = label < scored ? probabilities[row * scored + label] : nil
        let isTrue = isSingle ? batch.truth[row] == Int32(label) : batch.truthSets[place] != 0
        let isPredicted =
          rule == .threshold ? probability.map { $0 > 0.5 } ?? false : batch.predictedSets[place] != 0
        if isTrue != isPredicted { add(firstRow + row, label, isPositive: isPredicted, probability) }
      }
    }
  }

  @inline(__always)
  private mutating func add(_ row: Int, _ label: Int, isPositive: Bool, _ probability: Double?) {
    if isPositive {
      falsePositives[label].add(.init(key: -(probability ?? 0), row: row, label: label))
    } else {
      falseNegatives[label].add(.init(key: probability ?? 0, row: row, label: label))
    }
  }
}
