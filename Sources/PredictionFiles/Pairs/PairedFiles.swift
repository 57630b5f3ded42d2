import Diagnostics
import Evaluation
import FileFormats

/// Puts the true labels of one file and the probabilities of another together.
struct PairedFiles {
  private let truth: PairedRows
  private let scores: PairedRows
  private let log: DiagnosticLog
  private let partners: RowPartners
  private let labels: PairedLabels
  private let purposes: [TextPurpose]
  /// The columns of texts of the file of probabilities that are used.
  private let scoreColumns: [Int]

  /// The files whose rows these are; `log` is what was said of them.
  ///
  /// - Throws: ``PredictionFileError`` if the rows or the labels do not belong together.
  init(truth: PairedRows, scores: PairedRows, log: DiagnosticLog) throws(PredictionFileError) {
    var log = log
    self.truth = truth
    self.scores = scores
    partners = try RowPartners(truth: truth, scores: scores, &log)
    labels = try PairedLabels(truth: truth, scores: scores)
    scoreColumns = scores.purposes.indices.filter { !truth.purposes.contains(scores.purposes[$0]) }
    purposes = truth.purposes + scoreColumns.map { scores.purposes[$0] }
    self.log = log
  }

  /// The predictions of the rows that are in both files.
  func read() throws(PredictionFileError) -> PredictionFile {
    let scores = JoinedScores(scores)
    var pieces: [ReadRows] = []
    var first = 0
    for piece in truth.pieces {
      pieces.append(
        ReadRows(rows: joined(piece, partners.partners[first..<first + piece.count], scores), firstLine: 0))
      first += piece.count
    }
    if partners.strayCount > 0 {
      var stray = emptyRows
      stray.setCounts(rowsRead: partners.strayCount, leftOut: Array(0..<partners.strayCount))
      pieces.append(ReadRows(rows: stray, firstLine: 0))
    }
    var assembly = PredictionAssembly(
      truth.source, scored: labels.scored.map(\.text), others: [], isMultilabel: truth.isMultilabel,
      purposes: purposes, log: log, arrayPath: self.scores.source.path)
    return try assembly.file(of: pieces)
  }

  private var emptyRows: PredictionRows {
    PredictionRows(scored: labels.scored.map(\.text), textCount: purposes.count)
  }

  /// The rows of a piece of true labels with what their partners say.
  private func joined(
    _ piece: PredictionRows, _ partners: ArraySlice<Int?>, _ scores: JoinedScores
  ) -> PredictionRows {
    var rows = emptyRows
    let kept = zip(0..<piece.count, partners).compactMap { row, partner in partner.map { (row, $0) } }
    rows.setCounts(rowsRead: piece.rowsRead, leftOut: Self.leftOut(of: piece, partners))
    rows.reserve(kept.count)
    let columns = scores.columnCount
    for (_, partner) in kept {
      rows.probabilities.append(contentsOf: scores.probabilities[partner * columns..<(partner + 1) * columns])
    }
    if let lone = labels.lone { rows.probabilities = lone.columns(rows.probabilities) }
    if !piece.weights.isEmpty {
      rows.weights = kept.map { piece.weights[$0.0] }
    } else if !scores.weights.isEmpty {
      rows.weights = kept.map { scores.weights[$0.1] }
    }
    for column in truth.purposes.indices {
      for (row, _) in kept { piece.texts[column].withBytes(of: row) { rows.texts[column].append($0) } }
    }
    for (number, column) in scoreColumns.enumerated() {
      for (_, partner) in kept {
        scores.withText(column, of: partner) { rows.texts[truth.purposes.count + number].append($0) }
      }
    }
    if truth.isMultilabel {
      setSets(piece, kept.map(\.0), &rows)
    } else {
      setLabels(piece, kept, scores, &rows)
    }
    return rows
  }

  private func setLabels(
    _ piece: PredictionRows, _ kept: [(Int, Int)], _ scores: JoinedScores, _ rows: inout PredictionRows
  ) {
    let count = labels.scored.count
    var numbers = [Int32?](repeating: nil, count: piece.labels.count)
    for (row, _) in kept {
      let label = Int(piece.truth[row])
      let number = numbers[label] ?? piece.labels.texts.withBytes(of: label) { rows.labels.insert($0) }
      numbers[label] = number
      rows.truth.append(number)
    }
    if self.scores.hasPredicted {
      rows.predicted = kept.map { rows.labels.insert(scores.predicted[$0.1].text) }
    } else {
      rows.predicted = FirstLargest.offsets(in: rows.probabilities, columns: count, rows: kept.count)
    }
    guard labels.lone == nil else { return }
    var leftOut = rows.leftOut[...]
    var index = 0
    for row in 0..<rows.rowsRead {
      if leftOut.first == row {
        leftOut.removeFirst()
        continue
      }
      let sum = rows.probabilities[index * count..<(index + 1) * count].reduce(0, +)
      rows.offSums.note(sum, row: row, line: row)
      index += 1
    }
  }

  /// The indicators in the order of the columns of probabilities.
  private func setSets(_ piece: PredictionRows, _ kept: [Int], _ rows: inout PredictionRows) {
    let indicators = truth.labels ?? []
    let order = labels.scored.map { indicators.firstIndex(of: $0) ?? 0 }
    rows.truthSets = kept.flatMap { row in order.map { piece.truthSets[row * order.count + $0] } }
    rows.predictedSets = rows.probabilities.map { $0 > 0.5 ? 1 : 0 }
  }

  /// The rows of a piece that are left out: those that were, and those without a partner.
  private static func leftOut(of piece: PredictionRows, _ partners: ArraySlice<Int?>) -> [Int] {
    var gaps = piece.leftOut[...]
    var partners = partners
    return (0..<piece.rowsRead).filter { row in
      if gaps.first == row {
        gaps.removeFirst()
        return true
      }
      return partners.removeFirst() == nil
    }
  }
}
