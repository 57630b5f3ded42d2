import Diagnostics
import FileFormats

/// Reads predictions from comma- or tab-separated files.
struct DelimitedPredictions {
  private let source: PredictionSource
  private let delimiter: UInt8
  private let reader: DelimitedReader

  /// A reader of `source`.
  init(_ source: PredictionSource, delimiter: UInt8) {
    self.source = source
    self.delimiter = delimiter
    reader = DelimitedReader(
      source.file, path: source.path, delimiter: delimiter, pieceSize: source.pieceSize)
  }

  /// The predictions of the whole file.
  func read() throws(PredictionFileError) -> PredictionFile {
    let header = try header()
    let columns = try NamedColumns(header.names, source)
    var builder = DelimitedLayoutBuilder(columns, acceptsOtherPrefixes: true)
    var layout = try builder.layout()
    var pieces = try rows(behind: header, layout)
    if layout.isTentative, pieces.contains(where: \.parser.isNoProbability) {
      builder = DelimitedLayoutBuilder(columns, acceptsOtherPrefixes: false)
      layout = try builder.layout()
      pieces = try rows(behind: header, layout)
    }
    var assembly = PredictionAssembly(
      source, scored: layout.scored, others: layout.others, isMultilabel: layout.isMultilabel,
      purposes: layout.purposes)
    assembly.note(columns.duplicates.map { duplicate(columns.names[$0]) })
    return try assembly.file(of: pieces.map { ReadRows(rows: $0.parser.rows, firstLine: $0.firstLine) })
  }

  private func header() throws(PredictionFileError) -> DelimitedHeader {
    do throws(FormatError) {
      return try reader.header()
    } catch {
      throw PredictionFileError(error)
    }
  }

  private func rows(
    behind header: DelimitedHeader, _ layout: DelimitedLayout
  ) throws(PredictionFileError) -> [RecordPiece<DelimitedRowParser>] {
    do throws(FormatError) {
      return try reader.read(behind: header) { [delimiter] in
        DelimitedRowParser(layout, delimiter: delimiter)
      }
    } catch {
      throw PredictionFileError(error)
    }
  }

  private func duplicate(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, .duplicateColumn, at: SourcePlace(path: source.path, line: 1),
      found: "the column \(VisibleText.quoting(name)) more than once", expected: "each name once",
      consequence: "The first is used.")
  }
}
