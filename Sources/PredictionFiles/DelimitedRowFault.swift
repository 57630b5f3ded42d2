import Diagnostics
import FileFormats

/// What makes a row of a delimited file useless, as found: words are made only for those that are shown.
struct DelimitedRowFault {
  /// The sorts of faults.
  enum Kind: Equatable {
    case raggedRow(cells: Int)
    case probability
    case weight
    case indicator
    case emptyLabel
    case quote
    case encoding

    /// The sort of problem under which it is counted.
    var problemKind: RowProblem.Kind {
      switch self {
      case .raggedRow: .raggedRow
      case .probability: .probability
      case .weight: .weight
      case .indicator: .indicator
      case .emptyLabel: .emptyLabel
      case .quote: .quote
      case .encoding: .encoding
      }
    }
  }

  /// Which sort.
  let kind: Kind
  private let range: Range<Int>
  private let column: Int

  init(_ kind: Kind, _ range: Range<Int>, column: Int) {
    self.kind = kind
    self.range = range
    self.column = column
  }

  /// The fault in words; `line` is the row's in its piece.
  func problem(layout: DelimitedLayout, line: Int, _ cursor: DelimitedCursor) -> RowProblem {
    let cell = VisibleText.quoting(String(decoding: cursor.bytes[range].prefix(200), as: UTF8.self))
    let name = "in the column \(VisibleText.quoting(layout.names[column]))"
    let (found, expected) =
      switch kind {
      case .raggedRow(let cells):
        ("\(cells) \(cells == 1 ? "cell" : "cells")", "\(layout.names.count), one for each column")
      case .probability: ("\(cell) \(name)", "a probability from 0 to 1")
      case .weight: ("\(cell) \(name)", "a number of at least 0")
      case .indicator: ("\(cell) \(name)", "0 or 1")
      case .emptyLabel: ("nothing \(name)", "a label")
      case .quote: ("text after the closing quote \(name)", "a separator or a line end")
      case .encoding: ("bytes that are not UTF-8 \(name)", "text in UTF-8")
      }
    if case .raggedRow = kind {
      return RowProblem(kind: kind.problemKind, line: line, column: 1, found: found, expected: expected)
    }
    let (lines, column) = cursor.place(of: range.lowerBound)
    return RowProblem(
      kind: kind.problemKind, line: line + lines, column: column, found: found, expected: expected)
  }
}
