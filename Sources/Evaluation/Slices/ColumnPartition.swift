import Diagnostics

/// The rows of predictions, parted by their texts in one column.
struct ColumnPartition: Sendable {
  /// The distinct texts in order: numerically if all are numbers, else by bytes; equal numbers by bytes.
  let values: [ExactString]
  /// The rows of each value, in each batch: `offsets[value][batch]`, ascending, counted within the batch.
  let offsets: [[[Int]]]

  /// The rows by `column`, or nil if it has more than `limit` distinct texts or some batch does not have it.
  ///
  /// - Complexity: Linear in the bytes of the column, up to the row that has one text too many.
  init?(
    _ predictions: Predictions, limit: Int, column: (PredictionBatch) -> TextColumn?
  ) {
    var distinct = DistinctValues()
    var offsets: [[[Int]]] = []
    for (index, batch) in predictions.batches.enumerated() {
      guard let texts = column(batch) else { return nil }
      for row in 0..<batch.count {
        let value = texts.withBytes(of: row) { distinct.number(of: $0) }
        if value == offsets.count {
          guard value < limit else { return nil }
          offsets.append([[Int]](repeating: [], count: predictions.batches.count))
        }
        offsets[value][index].append(row)
      }
    }
    let texts = distinct.values.map { ExactString(String(decoding: $0, as: UTF8.self)) }
    let order = Self.order(of: texts)
    values = order.map { texts[$0] }
    self.offsets = order.map { offsets[$0] }
  }

  /// The number of rows of a value.
  func count(of value: Int) -> Int {
    offsets[value].reduce(0) { $0 + $1.count }
  }

  /// The indices of texts in the order in which people expect them.
  private static func order(of texts: [ExactString]) -> [Int] {
    let numbers = texts.map { DecimalNumber.value(of: Array($0.text.utf8)) }
    let areNumbers = !numbers.contains(nil)
    return texts.indices.sorted { left, right in
      if areNumbers, let one = numbers[left], let other = numbers[right], one != other { return one < other }
      return texts[left] < texts[right]
    }
  }
}
