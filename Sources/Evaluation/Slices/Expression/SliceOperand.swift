/// A value of a slice expression, of columns by name or as they were found.
indirect enum SliceOperand<Column: Sendable>: Sendable {
  case column(Column)
  case text([UInt8])
  case number(Double)
  /// The number of Unicode scalars of a text.
  case length(SliceOperand)
  /// The number of words of a text.
  case words(SliceOperand)
  /// A text in small letters.
  case lower(SliceOperand)

  /// Whether it is a number to begin with, whatever its columns hold.
  var isNumber: Bool {
    switch self {
    case .number, .length, .words: true
    case .column, .text, .lower: false
    }
  }

  /// The same value with each column found; `find` is told whether it must be a text.
  func resolved<Other: Sendable>(
    needsText: Bool, _ find: (Column, _ needsText: Bool) throws(SliceExpressionError) -> Other
  ) throws(SliceExpressionError) -> SliceOperand<Other> {
    switch self {
    case .column(let column): .column(try find(column, needsText))
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .length(let text): .length(try text.resolved(needsText: true, find))
    case .words(let text): .words(try text.resolved(needsText: true, find))
    case .lower(let text): .lower(try text.resolved(needsText: true, find))
    }
  }
}

extension SliceOperand<SliceColumn> {
  /// Whether its values are numbers to begin with.
  var isNumeric: Bool {
    if case .column(let column) = self { column.isNumber } else { isNumber }
  }
}
