import Diagnostics
import FileFormats

/// The rows of one of two files that belong together: the true labels, or the probabilities.
struct PairedRows: Sendable {
  /// The file.
  let source: PredictionSource
  /// What its columns of texts are for.
  let purposes: [TextPurpose]
  /// The labels of the columns of probabilities or of indicators; none where nothing names them.
  let labels: [ExactString]?
  /// How many columns of probabilities there are.
  let columnCount: Int
  /// Whether rows may have several labels.
  let isMultilabel: Bool
  /// Whether the file says what is predicted.
  let hasPredicted: Bool
  /// The rows, piece by piece.
  let pieces: [PredictionRows]

  /// How many rows the file has.
  var rowsRead: Int { pieces.reduce(0) { $0 + $1.rowsRead } }
  /// Whether every row has an id.
  var hasIDs: Bool { purposes.contains(.id) }

  /// The numbers in the file of the rows that are kept.
  var numbers: [Int] {
    var numbers: [Int] = []
    var first = 0
    for piece in pieces {
      var gaps = piece.leftOut[...]
      for row in 0..<piece.rowsRead {
        if gaps.first == row { gaps.removeFirst() } else { numbers.append(first + row) }
      }
      first += piece.rowsRead
    }
    return numbers
  }

  /// The ids of the rows that are kept.
  var ids: [TextRows] {
    purposes.firstIndex(of: .id).map { column in pieces.map { $0.texts[column] } } ?? []
  }

  /// The labels that occur as true or predicted ones.
  var seen: Set<ExactString> {
    let known = isMultilabel ? 0 : labels?.count ?? 0
    return pieces.reduce(into: []) { $0.formUnion($1.labels.all.dropFirst(known)) }
  }
}
