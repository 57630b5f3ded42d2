import Diagnostics
import FileFormats

/// Reads predictions from the arrays of an NPZ file.
struct ZippedArrays {
  private let source: PredictionSource
  private let archive: ZipArchive
  private let keys: [ExactString]

  /// The most attributes: more are data, not something to slice by.
  private static let attributeLimit = 100
  private static let suffix = ".npy"

  /// A reader of `source`.
  ///
  /// - Throws: ``PredictionFileError`` if the list of arrays cannot be read.
  init(_ source: PredictionSource) throws(PredictionFileError) {
    self.source = source
    do throws(FormatError) {
      archive = try ZipArchive(source.file, path: source.path)
    } catch {
      throw PredictionFileError(error)
    }
    keys = archive.entries.map { Self.key(of: $0) }
    var seen: Set<ExactString> = []
    for key in keys where !seen.insert(key).inserted {
      throw PredictionFileError(
        .unreadablePredictions, at: source.place, found: "two arrays \(VisibleText.quoting(key.text))",
        expected: "each name once")
    }
  }

  /// The predictions of the whole file.
  func read() throws(PredictionFileError) -> PredictionFile {
    try ColumnNames.check(source.options, at: source.place)
    let names = RoleNames(names: keys, kind: "arrays", place: source.place, options: source.options)
    guard let truth = try names.name(for: ColumnNames.truth) else {
      throw names.missing("one of \(ColumnNames.list(ColumnNames.truth))")
    }
    let predicted = try names.name(for: ColumnNames.predicted)
    let probabilities = try names.name(
      for: predicted == nil ? ColumnNames.looseScores : ColumnNames.scores)
    guard predicted != nil || probabilities != nil else {
      throw names.missing(
        "one of \(ColumnNames.list(ColumnNames.predicted)), or “\(ColumnNames.probabilities)”")
    }
    let labels = try names.name(for: [ColumnNames.labels])
    let weights = try names.name(for: [ColumnNames.weight])
    var table = ArrayTable(truth: try array(truth))
    table.predicted = try predicted.map { name throws(PredictionFileError) in try array(name) }
    table.probabilities = try probabilities.map { name throws(PredictionFileError) in try array(name) }
    table.labels = try labels.map { name throws(PredictionFileError) in try array(name) }
    table.weights = try weights.map { name throws(PredictionFileError) in try array(name) }
    var used = Set([truth, predicted, probabilities, labels, weights].compactMap { $0 })
    for (role, purpose) in TextPurpose.named {
      guard let name = try names.name(for: [role]), used.insert(name).inserted else { continue }
      table.texts.append(ArrayTable.TextArray(purpose: purpose, array: try array(name)))
    }
    var source = source
    addAttributes(to: &table, without: used, &source.log)
    return try ArrayPredictions(table, source).read()
  }

  /// The array of this name.
  private func array(_ name: ExactString) throws(PredictionFileError) -> NumPyArray {
    do throws(FormatError) {
      guard let index = keys.firstIndex(of: name) else { preconditionFailure("the array is in the file") }
      return try NumPyArray(archive.content(of: archive.entries[index]), path: source.path, name: name.text)
    } catch {
      throw PredictionFileError(error)
    }
  }

  /// Adds the arrays without a role that have a value for each row; the others are noted.
  private func addAttributes(
    to table: inout ArrayTable, without used: Set<ExactString>, _ log: inout DiagnosticLog
  ) {
    var count = 0
    for name in keys where !used.contains(name) {
      var found = "the array \(VisibleText.quoting(name.text))"
      do throws(PredictionFileError) {
        let array = try array(name)
        if array.columnCount == 1, array.rowCount == table.rowCount, count < Self.attributeLimit {
          table.texts.append(ArrayTable.TextArray(purpose: .attribute(name), array: array))
          count += 1
          continue
        }
        found += " of \(array.rowCount) × \(array.columnCount) elements"
      } catch {
        found = error.cause.found
      }
      log.add(
        Diagnostic(
          .note, .unusedArray, at: source.place, found: found, expected: "one value for each row",
          consequence: "It is not used."))
    }
  }

  /// What an entry is called in Python.
  private static func key(of entry: ZipEntry) -> ExactString {
    guard entry.name.utf8.count > suffix.utf8.count, entry.name.hasSuffix(suffix) else {
      return ExactString(entry.name)
    }
    return ExactString(String(decoding: entry.name.utf8.dropLast(suffix.utf8.count), as: UTF8.self))
  }
}
