import FileFormats

/// The labels of some rows of an array.
struct ArrayLabelPiece: Sendable {
  /// The different ones.
  private(set) var table = TextTable()
  /// The number of each row's label in ``table``, or an ``ArrayLabels/Fault``.
  private(set) var numbers: [Int32] = []

  /// The numbers of the first few whole numbers; -1 for one that was not seen.
  private var few = [Int32](repeating: -1, count: 256)
  private var many: [Int64: Int32] = [:]

  /// The labels of `rows`; no more are numbered once there are too many to be labels.
  init(_ array: NumPyArray, rows: Range<Int>) throws(FormatError) {
    numbers.reserveCapacity(rows.count)
    if array.element.isText {
      var table = table
      var numbers = numbers
      try array.texts(in: rows) { text in
        guard let text else { return numbers.append(ArrayLabels.Fault.encoding) }
        let isFull = table.count > PredictionFileReader.labelLimit
        numbers.append(text.isEmpty ? ArrayLabels.Fault.empty : isFull ? 0 : table.insert(text))
      }
      (self.table, self.numbers) = (table, numbers)
    } else if array.element.isWhole {
      for value in try array.integers(in: rows) { append(value) }
    } else {
      for value in try array.numbers(in: rows) {
        // Beyond that, floats are whole numbers for want of digits.
        if value.rounded() == value, abs(value) < 0x1p53 {
          append(Int64(value))
        } else {
          numbers.append(ArrayLabels.Fault.fraction)
        }
      }
    }
  }

  @inline(__always)
  private mutating func append(_ value: Int64) {
    if value >= 0, value < 256, few[Int(value)] >= 0 {
      numbers.append(few[Int(value)])
    } else {
      numbers.append(number(of: value))
    }
  }

  private mutating func number(of value: Int64) -> Int32 {
    if let known = many[value] { return known }
    if table.count > PredictionFileReader.labelLimit { return 0 }
    let number = table.insert(String(value))
    many[value] = number
    if value >= 0, value < 256 { few[Int(value)] = number }
    return number
  }
}
