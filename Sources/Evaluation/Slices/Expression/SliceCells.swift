import Diagnostics

/// The values of a batch that slice expressions ask for, row by row.
struct SliceCells {
  private let batch: PredictionBatch
  private let schema: PredictionSchema
  /// The global number of the first row.
  private let firstRow: Int
  private let labels: [[UInt8]]

  init(_ batch: PredictionBatch, schema: PredictionSchema, firstRow: Int, labels: [[UInt8]]) {
    self.batch = batch
    self.schema = schema
    self.firstRow = firstRow
    self.labels = labels
  }

  /// The number that a value is in a row; nil for a text that is none, or a missing probability.
  func number(of operand: SliceOperand<SliceColumn>, at row: Int) -> Double? {
    switch operand {
    case .number(let number): number
    case .column(.confidence): confidence(at: row)
    case .column(.weight): batch.weights[row]
    case .column, .text, .lower: withText(of: operand, at: row) { DecimalNumber.value(of: $0) }
    case .length(let text): withText(of: text, at: row) { Double(TextMeasure.scalars(in: $0)) }
    case .words(let text): withText(of: text, at: row) { Double(TextMeasure.words(in: $0)) }
    }
  }

  /// Gives the bytes of the text that a value is in a row to `body`.
  func withText<Result>(
    of operand: SliceOperand<SliceColumn>, at row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    switch operand {
    case .text(let text): text.withUnsafeBufferPointer(body)
    case .column(let column): withText(of: column, at: row, body)
    case .lower(let text):
      withText(of: text, at: row) { TextMeasure.lowercased($0) }.withUnsafeBufferPointer(body)
    case .number, .length, .words:
      with(number(of: operand, at: row).map { String($0) } ?? "", body)
    }
  }

  /// Whether a label is among those of a column of labels.
  func has(_ column: SliceColumn, _ label: [UInt8], at row: Int) -> Bool {
    let names = column == .truth ? indices(batch.truth, batch.truthSets, at: row) : predicted(at: row)
    return names.contains { labels[$0] == label }
  }

  private func withText<Result>(
    of column: SliceColumn, at row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let texts: TextColumn? =
      switch column {
      case .id: batch.ids
      case .text: batch.texts
      case .image: batch.images
      case .group: batch.groups
      case .fold: batch.folds
      case .attribute(let index): batch.attributes[index]
      case .truth, .predicted, .confidence, .weight: nil
      }
    if let texts { return texts.withBytes(of: row, body) }
    return switch column {
    case .id: with(String(firstRow + row), body)
    case .truth: names(indices(batch.truth, batch.truthSets, at: row), body)
    case .predicted: names(predicted(at: row), body)
    default: with("", body)
    }
  }

  private func with<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
  }

  /// The names of labels, joined.
  private func names<Result>(
    _ indices: [Int], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if indices.count == 1 { return labels[indices[0]].withUnsafeBufferPointer(body) }
    return Array(indices.map { labels[$0] }.joined(separator: Array(" | ".utf8)))
      .withUnsafeBufferPointer(body)
  }

  private func predicted(at row: Int) -> [Int] {
    indices(batch.predicted, batch.predictedSets, at: row)
  }

  private func indices(_ single: [Int32], _ sets: [UInt8], at row: Int) -> [Int] {
    guard schema.task == .multilabel else { return [Int(single[row])] }
    return labels.indices.filter { sets[row * labels.count + $0] != 0 }
  }

  private func confidence(at row: Int) -> Double? {
    let label = Int(batch.predicted[row])
    let scored = schema.scoredLabelCount
    return label < scored ? batch.probabilities[row * scored + label] : nil
  }
}
