import Diagnostics

/// The values that slice expressions ask for in rows of a batch.
///
/// Each value is found for all rows at once, so that what does not depend on the row is done once.
struct SliceCells {
  /// The rows that are asked about, counted within the batch.
  let rows: [Int]
  private let batch: PredictionBatch
  private let schema: PredictionSchema
  /// The global number of the first row of the batch.
  private let firstRow: Int
  private let labels: [[UInt8]]

  /// The cells of all rows of a batch; `labels` are the names of the labels.
  init(_ batch: PredictionBatch, schema: PredictionSchema, firstRow: Int, labels: [[UInt8]]) {
    self.init(
      rows: Array(0..<batch.count), batch: batch, schema: schema, firstRow: firstRow, labels: labels)
  }

  private init(
    rows: [Int], batch: PredictionBatch, schema: PredictionSchema, firstRow: Int, labels: [[UInt8]]
  ) {
    self.rows = rows
    self.batch = batch
    self.schema = schema
    self.firstRow = firstRow
    self.labels = labels
  }

  /// The cells of some of the rows, given by their places in ``rows``.
  func at(_ places: [Int]) -> SliceCells {
    SliceCells(
      rows: places.map { rows[$0] }, batch: batch, schema: schema, firstRow: firstRow, labels: labels)
  }

  /// The numbers that a value is in the rows; NaN for a text that is none, or a missing probability.
  func numbers(of operand: SliceOperand<SliceColumn>) -> [Double] {
    switch operand {
    case .number(let number): [Double](repeating: number, count: rows.count)
    case .column(.confidence): rows.map(confidence)
    case .column(.weight): rows.map { batch.weights[$0] }
    case .column, .text, .lower: measures(of: operand) { DecimalNumber.value(of: $0) ?? .nan }
    case .length(let text): measures(of: text) { Double(TextMeasure.scalars(in: $0)) }
    case .words(let text): measures(of: text) { Double(TextMeasure.words(in: $0)) }
    }
  }

  private func measures(
    of operand: SliceOperand<SliceColumn>, _ measure: (UnsafeBufferPointer<UInt8>) -> Double
  ) -> [Double] {
    var numbers = [Double](repeating: .nan, count: rows.count)
    forEachText(of: operand) { numbers[$0] = measure($1) }
    return numbers
  }

  /// Calls `body` for each row, by its place in ``rows``, with the bytes of the text that a value is there.
  func forEachText(
    of operand: SliceOperand<SliceColumn>, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch operand {
    case .text(let text):
      text.withUnsafeBufferPointer { for place in rows.indices { body(place, $0) } }
    case .column(let column):
      forEachText(of: column, body)
    case .lower(let text):
      forEachText(of: text) { place, bytes in
        TextMeasure.lowercased(bytes).withUnsafeBufferPointer { body(place, $0) }
      }
    case .number, .length, .words:
      for (place, number) in numbers(of: operand).enumerated() { give(String(number), place, body) }
    }
  }

  private func forEachText(
    of column: SliceColumn, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if let texts = texts(of: column) {
      for (place, row) in rows.enumerated() { texts.withBytes(of: row) { body(place, $0) } }
      return
    }
    for (place, row) in rows.enumerated() {
      switch column {
      case .truth, .predicted:
        let names = indices(of: column, at: row).map { labels[$0] }
        // The bytes of one label are not copied.
        (names.count == 1 ? names[0] : Array(names.joined(separator: Array(" | ".utf8))))
          .withUnsafeBufferPointer { body(place, $0) }
      case .id: give(String(firstRow + row), place, body)
      default: give("", place, body)
      }
    }
  }

  private func texts(of column: SliceColumn) -> TextColumn? {
    switch column {
    case .id: batch.ids
    case .text: batch.texts
    case .image: batch.images
    case .group: batch.groups
    case .fold: batch.folds
    case .attribute(let index): batch.attributes[index]
    case .truth, .predicted, .confidence, .weight: nil
    }
  }

  private func give(_ text: String, _ place: Int, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { body(place, $0) }
  }

  /// Whether a label is among those of a column of labels, row by row.
  func has(_ column: SliceColumn, _ label: [UInt8]) -> [Bool] {
    guard let label = labels.firstIndex(of: label) else { return rows.map { _ in false } }
    return rows.map { indices(of: column, at: $0).contains(label) }
  }

  private func indices(of column: SliceColumn, at row: Int) -> [Int] {
    let isTruth = column == .truth
    guard schema.task == .multilabel else { return [Int((isTruth ? batch.truth : batch.predicted)[row])] }
    let sets = isTruth ? batch.truthSets : batch.predictedSets
    return labels.indices.filter { sets[row * labels.count + $0] != 0 }
  }

  private func confidence(at row: Int) -> Double {
    let label = Int(batch.predicted[row])
    let scored = schema.scoredLabelCount
    return label < scored ? batch.probabilities[row * scored + label] : .nan
  }
}
