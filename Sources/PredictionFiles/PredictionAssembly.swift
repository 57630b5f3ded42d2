import Diagnostics
import Evaluation

/// Puts the rows of all pieces of a file together: one order of labels, one list of diagnostics.
struct PredictionAssembly {
  private let source: PredictionSource
  private let scored: [String]
  private let others: [String]
  private let isMultilabel: Bool
  private let purposes: [TextPurpose]
  private var log: DiagnosticLog
  /// The path of the file that has the probabilities, if that is another one, and its rows no lines.
  private let arrayPath: String?

  /// An assembly; `scored` are the labels with probabilities, `others` further ones that every piece knows.
  ///
  /// `log` is what was said of the file before; `arrayPath` is given where rows are no lines, and is the path of the
  /// file that has the probabilities.
  init(
    _ source: PredictionSource, scored: [String], others: [String], isMultilabel: Bool,
    purposes: [TextPurpose], log: DiagnosticLog? = nil, arrayPath: String? = nil
  ) {
    self.source = source
    self.log = log ?? source.log
    self.arrayPath = arrayPath
    self.scored = scored
    self.others = others
    self.isMultilabel = isMultilabel
    self.purposes = purposes
  }

  /// Adds what was odd about the file as a whole.
  mutating func note(_ diagnostics: [Diagnostic]) {
    log.add(contentsOf: diagnostics)
  }

  /// The file of these pieces.
  ///
  /// - Throws: ``PredictionFileError`` if no row is left, there are too many labels, or the positive label is none.
  mutating func file(of pieces: [ReadRows]) throws(PredictionFileError) -> PredictionFile {
    for piece in pieces {
      piece.rows.problems.report(to: &log, path: source.path, firstLine: piece.firstLine)
    }
    let rowsRead = pieces.reduce(0) { $0 + $1.rows.rowsRead }
    let count = pieces.reduce(0) { $0 + $1.rows.count }
    guard count > 0 else {
      throw PredictionFileError(
        .noRows, at: source.place,
        found: rowsRead == 0 ? "no rows" : "no row that can be used among \(rowsRead)",
        expected: "rows of predictions", after: log.diagnostics)
    }
    let order = MergedLabels(scored: scored, others: others, pieces.map(\.rows.labels))
    guard order.labels.count <= PredictionFileReader.labelLimit else {
      throw PredictionFileError(
        .tooMuch, at: source.place, found: "\(order.labels.count) different labels",
        expected: "at most \(PredictionFileReader.labelLimit)", after: log.diagnostics)
    }
    let problem = problemOfProbabilities(order, pieces)
    noteLookalikes(order.labels)
    noteDuplicateIDs(pieces)
    let schema = PredictionSchema(
      task: isMultilabel ? .multilabel : order.labels.count == 2 ? .binary : .multiclass,
      labels: order.labels, scoredLabelCount: scored.count,
      positive: try positive(among: order.labels), hasWeights: pieces.contains { !$0.rows.weights.isEmpty },
      attributeNames: purposes.compactMap { if case .attribute(let name) = $0 { name } else { nil } },
      probabilityProblem: problem)
    let batches = PredictionBatches(
      schema: schema, purposes: purposes, file: source.file, numbers: order.numbers,
      isAnyLeftOut: count < rowsRead)
    return PredictionFile(
      predictions: Predictions(schema: schema, batches: batches.batches(of: pieces.map(\.rows))),
      rowsRead: rowsRead, rowsLeftOut: rowsRead - count, diagnostics: log.diagnostics)
  }

  private mutating func positive(among labels: [ExactString]) throws(PredictionFileError) -> Int? {
    let isBinary = !isMultilabel && labels.count == 2
    guard let positive = source.options.positive else { return isBinary ? 1 : nil }
    guard isBinary else {
      log.add(
        Diagnostic(
          .note, .positiveLabel, at: source.place,
          found: "the positive label \(VisibleText.quoting(positive)) for \(labels.count) labels",
          expected: "two labels", consequence: "It is not used."))
      return nil
    }
    guard let index = labels.firstIndex(of: ExactString(positive)) else {
      let names = labels.map(\.text)
      let suggestion = NearestName.suggestion(for: positive, among: names)
      throw PredictionFileError(
        .positiveLabel, at: source.place, found: "the positive label \(VisibleText.quoting(positive))",
        expected: suggestion.map { VisibleText.quoting($0) } ?? ColumnNames.list(names),
        after: log.diagnostics)
    }
    return index
  }
}

extension PredictionAssembly {
  /// Why the probabilities are no distribution over the labels, which is also noted.
  private mutating func problemOfProbabilities(_ order: MergedLabels, _ pieces: [ReadRows]) -> String? {
    guard !scored.isEmpty, !isMultilabel else { return nil }
    let missing = order.labels.dropFirst(scored.count)
    for label in missing {
      log.add(
        Diagnostic(
          .warning, .labelWithoutColumn, at: source.place,
          found: "the label \(VisibleText.quoting(label.text)) in rows, but no probabilities of it",
          expected: "“\(ColumnNames.probabilityPrefix)…” for every label",
          consequence: "It counts in label metrics; multiclass metrics of probabilities are undefined."))
    }
    if let first = missing.first {
      return "the label \(VisibleText.quoting(first.text)) has no probabilities"
    }
    var sums = OffSums()
    var row = 0
    for piece in pieces {
      sums.add(piece.rows.offSums, firstRow: row, firstLine: piece.firstLine)
      row += piece.rows.rowsRead
    }
    guard let first = sums.first else { return nil }
    log.add(
      Diagnostic(
        .warning, .probabilitySum,
        at: arrayPath.map { SourcePlace(path: $0) } ?? SourcePlace(path: source.path, line: first.line),
        found:
          "probabilities that sum to \(first.sum) \(arrayPath == nil ? "here" : "in row \(first.number)"), "
          + "and in \(sums.count) rows not to 1",
        expected: "1 ± \(PredictionSchema.allowedSumError)",
        consequence: "Multiclass metrics of probabilities are undefined; label metrics stand."))
    return PredictionSchema.problem(rowsOffOne: sums.count, first: "row \(first.number)")
  }

  private mutating func noteDuplicateIDs(_ pieces: [ReadRows]) {
    guard let column = purposes.firstIndex(of: .id) else { return }
    let duplicates = DuplicateIDs(in: pieces.map(\.rows.texts[column]), of: source.file)
    for found in duplicates.first {
      log.add(
        Diagnostic(
          .warning, .duplicateID, at: source.place,
          found: "the id \(VisibleText.quoting(found.id)) once more, in row \(found.row) of those used",
          expected: "each id once", consequence: "Both rows count; files cannot be joined by it."))
    }
    log.count(duplicates.count - duplicates.first.count, of: .duplicateID, path: source.path)
  }

  /// Notes labels that look alike because they differ in nothing but Unicode normalisation.
  private mutating func noteLookalikes(_ labels: [ExactString]) {
    // Here, and only here, equal as Swift's strings is what is asked.
    for group in Dictionary(grouping: labels, by: \.text).values.filter({ $0.count > 1 })
      .sorted(by: { $0[0] < $1[0] })
    {
      let spellings = group.map { label in
        label.text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
          .joined(separator: " ")
      }
      log.add(
        Diagnostic(
          .note, .lookalikeLabels, at: source.place,
          found: "\(group.count) labels that look like \(VisibleText.quoting(group[0].text)): "
            + spellings.joined(separator: ", "),
          expected: "one spelling of a label", consequence: "They are different labels."))
    }
  }
}
