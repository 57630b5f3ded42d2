/// The probability of a true label of a row.
struct TrueCell: BitwiseCopyable {
  /// The index of the label.
  let label: Int
  let probability: Double
  /// How often the row counts.
  let weight: Double

  /// Those of some rows of a batch whose labels have probabilities, row by row.
  static func cells(_ rows: Range<Int>, of batch: PredictionBatch, schema: PredictionSchema) -> [TrueCell] {
    let width = schema.scoredLabelCount
    if schema.task != .multilabel, !schema.hasWeights, width == schema.labels.count {
      return cells(rows, truth: batch.truth, probabilities: batch.probabilities, width: width)
    }
    var cells: [TrueCell] = []
    for row in rows {
      let start = row &* width
      let weight = schema.hasWeights ? batch.weights[row] : 1
      let labels =
        schema.task == .multilabel
        ? 0..<width : min(width, Int(batch.truth[row]))..<min(width, Int(batch.truth[row]) + 1)
      for label in labels
      where schema.task != .multilabel || batch.truthSets[row &* schema.labels.count &+ label] != 0 {
        cells.append(TrueCell(label: label, probability: batch.probabilities[start &+ label], weight: weight))
      }
    }
    return cells
  }

  /// Those of rows that count once and have one label each, which has a probability.
  private static func cells(
    _ rows: Range<Int>, truth: [Int32], probabilities: [Double], width: Int
  ) -> [TrueCell] {
    truth.withUnsafeBufferPointer { truth in
      probabilities.withUnsafeBufferPointer { probabilities in
        rows.map { row in
          let label = Int(truth[row])
          precondition(label >= 0 && label < width, "a true label is the index of a label")
          return TrueCell(label: label, probability: probabilities[row &* width &+ label], weight: 1)
        }
      }
    }
  }
}
