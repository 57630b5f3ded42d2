import Diagnostics
import FileFormats

extension PairedRows {
  /// The true labels in an array, to which probabilities in text belong.
  static func truth(
    _ array: NumPyArray, _ source: PredictionSource, _ log: inout DiagnosticLog
  ) throws(PredictionFileError) -> PairedRows {
    guard array.columnCount == 1 else {
      throw PredictionFileError(
        array.error("\(array.columnCount) columns", expected: "one, as the probabilities are no array"))
    }
    let labels = try ArrayLabels(array, pieces: [0..<array.rowCount])
    var result = ArrayRows(rows: PredictionRows(scored: [], textCount: 0), count: array.rowCount)
    for numbers in labels.numbers {
      result.check(numbers, array)
      result.leaveOut(columns: 0)
      result.rows.truth = result.labelled(numbers, labels.texts, known: 0)
    }
    result.report(to: &log, firstRow: 0)
    return PairedRows(
      source: source, purposes: [], labels: nil, columnCount: 0, isMultilabel: false, hasPredicted: false,
      pieces: [result.rows])
  }

  /// The probabilities in an array, to which true labels in text belong.
  static func scores(
    _ array: NumPyArray, _ source: PredictionSource, _ log: inout DiagnosticLog
  ) throws(PredictionFileError) -> PairedRows {
    let count = array.columnCount
    var result = ArrayRows(
      rows: PredictionRows(scored: [], textCount: 0, columnCount: count), count: array.rowCount)
    do throws(FormatError) {
      guard !array.element.isText, count <= PredictionFileReader.labelLimit else {
        throw array.error("something else", expected: "probabilities from 0 to 1")
      }
      result.rows.probabilities = try result.probabilities(in: array, 0..<array.rowCount)
    } catch {
      throw PredictionFileError(error)
    }
    result.leaveOut(columns: count)
    result.report(to: &log, firstRow: 0)
    return PairedRows(
      source: source, purposes: [], labels: nil, columnCount: count, isMultilabel: false, hasPredicted: false,
      pieces: [result.rows])
  }
}
