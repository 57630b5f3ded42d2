import Diagnostics
import Evaluation
import FileFormats

/// Reads predictions from arrays: those of an NPZ file, or NPY files of true labels and of probabilities.
struct ArrayPredictions {
  private let source: PredictionSource
  private let table: ArrayTable

  /// A reader of the arrays of `table`; what they all have in common is said of `source`.
  init(_ table: ArrayTable, _ source: PredictionSource) {
    self.table = table
    self.source = source
  }

  /// The predictions of all rows.
  func read() throws(PredictionFileError) -> PredictionFile {
    try table.check()
    let pieces = pieces()
    let reader: ArrayRowReader
    if table.isMultilabel {
      let names = try ArrayLabelOrder.names(of: table)
      let known = names ?? (0..<table.truth.columnCount).map { ExactString(String($0)) }
      reader = ArrayRowReader(table: table, pieces: pieces, order: nil, known: known)
    } else {
      let order = try ArrayLabelOrder(table, pieces: pieces, positive: source.options.positive)
      reader = ArrayRowReader(table: table, pieces: pieces, order: order, known: order.known)
    }
    let parts: [ArrayRows]
    do throws(FormatError) {
      parts = try ConcurrentPieces.map(pieces.count) { piece throws(FormatError) in try reader.rows(of: piece)
      }
    } catch {
      throw PredictionFileError(error)
    }
    var log = source.log
    for (part, piece) in zip(parts, pieces) { part.report(to: &log, firstRow: piece.lowerBound) }
    var assembly = PredictionAssembly(
      source, scored: reader.scored, others: reader.others, isMultilabel: table.isMultilabel,
      purposes: table.texts.map(\.purpose), log: log, arrayPath: table.probabilities?.path ?? source.path)
    return try assembly.file(of: parts.map { ReadRows(rows: $0.rows, firstLine: 0) })
  }

  /// The rows of each piece: so many that their probabilities have about the size of a piece.
  private func pieces() -> [Range<Int>] {
    let count = max(1, source.pieceSize / (8 * (table.probabilities?.columnCount ?? table.truth.columnCount)))
    return stride(from: 0, to: table.rowCount, by: count).map { $0..<min($0 + count, table.rowCount) }
  }
}
