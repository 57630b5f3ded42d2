import Diagnostics
import Evaluation

/// Makes batches of the rows of pieces.
struct PredictionBatches {
  /// What the batches have in common.
  let schema: PredictionSchema
  /// What each column of texts is for.
  let purposes: [TextPurpose]
  /// The file in which texts may have stayed.
  let file: ReadableFile
  /// For each piece, the label of each of its numbers; none where they are the same.
  let numbers: [[Int32]?]
  /// Whether the numbers of rows have gaps, so that they must be written down where there are no ids.
  let isAnyLeftOut: Bool

  /// The batches of consecutive pieces, without empty ones.
  func batches(of pieces: [PredictionRows]) -> [PredictionBatch] {
    var batches: [PredictionBatch] = []
    var firstRow = 0
    for (piece, numbers) in zip(pieces, numbers) {
      if piece.count > 0 { batches.append(batch(of: piece, numbers, firstRow: firstRow)) }
      firstRow += piece.rowsRead
    }
    return batches
  }

  private func batch(of rows: PredictionRows, _ numbers: [Int32]?, firstRow: Int) -> PredictionBatch {
    var batch = PredictionBatch(
      count: rows.count, truth: relabelled(rows.truth, numbers),
      predicted: relabelled(rows.predicted, numbers),
      truthSets: rows.truthSets, predictedSets: rows.predictedSets, probabilities: rows.probabilities,
      weights: weights(of: rows))
    for (purpose, text) in zip(purposes, rows.texts) {
      switch purpose {
      case .id: batch.ids = text.column(in: file)
      case .text: batch.texts = text.column(in: file)
      case .image: batch.images = text.column(in: file)
      case .group: batch.groups = text.column(in: file)
      case .fold: batch.folds = text.column(in: file)
      case .attribute: batch.attributes.append(text.column(in: file))
      }
    }
    if batch.ids == nil, isAnyLeftOut { batch.ids = rowNumbers(of: rows, firstRow: firstRow) }
    return batch
  }

  private func relabelled(_ labels: [Int32], _ numbers: [Int32]?) -> [Int32] {
    guard let numbers else { return labels }
    return labels.map { numbers[Int($0)] }
  }

  /// The weights; where only other pieces of the file have any, a row counts once.
  private func weights(of rows: PredictionRows) -> [Double] {
    guard schema.hasWeights, rows.weights.isEmpty else { return rows.weights }
    return Array(repeating: 1, count: rows.count)
  }

  /// The numbers that the rows have in the file, counted from 0.
  private func rowNumbers(of rows: PredictionRows, firstRow: Int) -> TextColumn {
    var column = TextRows()
    var gaps = rows.leftOut[...]
    for row in 0..<rows.rowsRead {
      if gaps.first == row {
        gaps.removeFirst()
      } else {
        column.append(String(firstRow + row))
      }
    }
    return column.column(in: file)
  }
}
