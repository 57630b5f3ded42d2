import Diagnostics
import FileFormats

/// Reads predictions from JSON lines.
struct JSONLinesPredictions {
  private let source: PredictionSource
  private let records: RecordFile

  /// The most probabilities, and the most indicators, that a file may unfold to: rows may name few labels each and
  /// yet speak of many together.
  private static let cellLimit = 1 << 27

  /// A reader of `source`.
  init(_ source: PredictionSource) {
    self.source = source
    records = RecordFile(source.file, path: source.path, pieceSize: source.pieceSize)
  }

  /// The predictions of the whole file.
  func read() throws(PredictionFileError) -> PredictionFile {
    let (layout, pieces) = try pieces()
    let rows = pieces.map(\.parser.rows)
    let labels = JSONLabels(rows)
    try checkSize(rows: rows.reduce(0) { $0 + $1.count }, labels)
    let attributes = attributes(of: pieces)
    let densifier = JSONDensifier(
      labels: labels, isMultilabel: layout.isMultilabel, hasWeights: rows.contains(where: \.hasWeights),
      namedColumnCount: layout.purposes.count, attributes: attributes)
    var parts = pieces.map { piece in
      ReadRows(
        rows: densifier.dense(piece.parser.rows, attributes: piece.parser.names.attributes),
        firstLine: piece.firstLine)
    }
    var scored = labels.scored
    var others = labels.others
    var notes: [Diagnostic] = []
    if layout.isLone {
      if let lone = LoneScore(seen: others, named: nil, positive: source.options.positive) {
        for (index, rows) in rows.enumerated() {
          parts[index].rows.probabilities = rows.lone
          parts[index].rows = lone.expanded(parts[index].rows) { rows.isPredicted[$0] }
        }
        scored = lone.labels
        others = []
      } else if rows.allSatisfy({ $0.isPredicted.allSatisfy(\.self) }) {
        notes.append(LoneScore.note(others, source))
      } else {
        throw LoneScore.error(others, source)
      }
    }
    var assembly = PredictionAssembly(
      source, scored: scored.map(\.text), others: others.map(\.text), isMultilabel: layout.isMultilabel,
      purposes: layout.purposes + attributes.map { .attribute($0) })
    assembly.note(notes)
    return try assembly.file(of: parts)
  }

  private func pieces() throws(PredictionFileError) -> (JSONLayout, [RecordPiece<JSONRowParser>]) {
    let survey: JSONSurvey
    do throws(FormatError) {
      let range = 0..<min(source.file.size, 1 << 20)
      survey = try records.read(beginningIn: range, line: 1, JSONSurvey()).parser
    } catch {
      throw PredictionFileError(error)
    }
    guard survey.lineCount > 0 else {
      throw PredictionFileError(
        .noRows, at: source.place, found: "an empty file", expected: "an object on each line")
    }
    let layout = try JSONLayout(survey, source)
    do throws(FormatError) {
      return (layout, try records.read(from: 0, line: 1) { JSONRowParser(layout) })
    } catch {
      throw PredictionFileError(error)
    }
  }

  private func checkSize(rows: Int, _ labels: JSONLabels) throws(PredictionFileError) {
    let count = labels.scored.count + labels.others.count
    let (cells, overflow) = rows.multipliedReportingOverflow(by: count)
    guard !overflow, cells <= Self.cellLimit else {
      throw PredictionFileError(
        .tooMuch, at: source.place, found: "\(rows) rows of \(count) labels",
        expected: "at most \(Self.cellLimit) of both together")
    }
  }

  /// The attributes of all pieces, in the order in which they are first seen.
  private func attributes(of pieces: [RecordPiece<JSONRowParser>]) -> [ExactString] {
    var seen: Set<ExactString> = []
    return pieces.flatMap(\.parser.names.attributes).filter { seen.insert($0).inserted }
  }
}
