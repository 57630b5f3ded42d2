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
    var builder = DelimitedLayoutBuilder(columns, acceptsOtherNames: true)
    var layout = try builder.layout()
    // What is in memory anyway can as well be copied, and then be let go.
    let keepsPlaces = source.options.leavesTextsInFile && !source.file.isInMemory
    var pieces = try rows(behind: header, layout, keepsPlaces: keepsPlaces)
    if layout.isTentative,
      pieces.contains(where: \.parser.isNoProbability) || layout.isLone && lone(pieces, layout) == nil
    {
      builder = DelimitedLayoutBuilder(columns, acceptsOtherNames: false)
      layout = try builder.layout()
      pieces = try rows(behind: header, layout, keepsPlaces: keepsPlaces)
    }
    var parts = pieces.map { ReadRows(rows: $0.parser.rows, firstLine: $0.firstLine) }
    var scored = layout.scored
    if layout.isLone {
      if let lone = lone(pieces, layout) {
        for index in parts.indices {
          parts[index].rows = lone.expanded(parts[index].rows) { _ in layout.hasPredicted }
        }
        scored = lone.labels.map(\.text)
      } else if !layout.hasPredicted {
        throw LoneScore.error(labels(of: pieces), source)
      }
    }
    var assembly = PredictionAssembly(
      source, scored: scored, others: layout.others, isMultilabel: layout.isMultilabel,
      purposes: layout.purposes)
    assembly.note(columns.duplicates.map { duplicate(columns.names[$0]) })
    return try assembly.file(of: parts)
  }

  /// The rows of one of two files that belong together, with what is wrong with them in `log`.
  func rows(ofTruth isTruth: Bool, _ log: inout DiagnosticLog) throws(PredictionFileError) -> PairedRows {
    let header = try header()
    // What the options name may be in the other file.
    let names = Set(header.names.map { ExactString($0) })
    var source = source
    source.options.columns = source.options.columns.filter { names.contains(ExactString($0.value)) }
    let columns = try NamedColumns(header.names, source)
    var builder = DelimitedLayoutBuilder(columns, acceptsOtherNames: true)
    let layout = try isTruth ? builder.truthLayout() : builder.scoresLayout()
    let pieces = try rows(behind: header, layout, keepsPlaces: false)
    for piece in pieces {
      piece.parser.rows.problems.report(to: &log, path: source.path, firstLine: piece.firstLine)
    }
    log.add(contentsOf: columns.duplicates.map { duplicate(columns.names[$0]) })
    let labels = (layout.scored + layout.others).map { ExactString($0) }
    return PairedRows(
      source: source, purposes: layout.purposes, labels: labels.isEmpty ? nil : labels,
      columnCount: layout.isLone ? 1 : layout.scored.count, isMultilabel: layout.isMultilabel,
      hasPredicted: !isTruth && layout.hasPredicted, pieces: pieces.map(\.parser.rows))
  }

  /// What the one column of probabilities is of; none if there are not two labels.
  private func lone(_ pieces: [RecordPiece<DelimitedRowParser>], _ layout: DelimitedLayout) -> LoneScore? {
    LoneScore(
      seen: labels(of: pieces), named: layout.scored.first.map { ExactString($0) },
      positive: source.options.positive)
  }

  /// The labels that occur in rows that are kept.
  private func labels(of pieces: [RecordPiece<DelimitedRowParser>]) -> Set<ExactString> {
    pieces.reduce(into: []) { $0.formUnion($1.parser.rows.labels.all) }
  }

  private func header() throws(PredictionFileError) -> DelimitedHeader {
    do throws(FormatError) {
      return try reader.header()
    } catch {
      throw PredictionFileError(error)
    }
  }

  private func rows(
    behind header: DelimitedHeader, _ layout: DelimitedLayout, keepsPlaces: Bool
  ) throws(PredictionFileError) -> [RecordPiece<DelimitedRowParser>] {
    do throws(FormatError) {
      return try reader.read(behind: header) { [delimiter] in
        DelimitedRowParser(layout, delimiter: delimiter, keepsPlaces: keepsPlaces)
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
