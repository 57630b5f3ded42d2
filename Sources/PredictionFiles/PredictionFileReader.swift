public import Diagnostics
import FileFormats

/// Reads prediction files: CSV, TSV and JSON lines, each also compressed by gzip, and NPZ.
///
/// ```swift
/// let reader = PredictionFileReader(fileSystem: .inMemory(["/p.csv": "y_true,y_pred\ncat,dog\ndog,dog\n"]))
/// try reader.read("/p.csv").predictions.count  // 2
/// ```
///
/// A row that cannot be used is left out, counted and diagnosed. Rows are read in pieces on all cores; the result
/// does not depend on how.
public struct PredictionFileReader: Sendable {
  /// The most different labels that a file may have: more are text, not labels.
  public static let labelLimit = 10_000

  private let fileSystem: FileSystem
  private let options: PredictionFileOptions
  private let pieceSize: Int

  /// A reader of files of `fileSystem`.
  public init(fileSystem: FileSystem = .disk, options: PredictionFileOptions = PredictionFileOptions()) {
    self.init(fileSystem: fileSystem, options: options, pieceSize: 1 << 19)
  }

  /// A reader whose pieces have `pieceSize` bytes, for tests.
  package init(fileSystem: FileSystem, options: PredictionFileOptions, pieceSize: Int) {
    self.fileSystem = fileSystem
    self.options = options
    self.pieceSize = pieceSize
  }

  /// Reads the file at `path`.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - displayPath: The path as diagnostics show it; `path` itself by default.
  /// - Returns: The predictions, and what was wrong with some of the rows.
  /// - Throws: ``PredictionFileError`` when the file cannot be read, a column is missing, a quote is not closed, no
  ///   row can be used, or the positive label is none of the labels.
  public func read(
    _ path: String, displayPath: String? = nil
  ) throws(PredictionFileError) -> PredictionFile {
    let (source, format) = try open(path, displayPath)
    switch format {
    case .commaSeparated: return try DelimitedPredictions(source, delimiter: UInt8(ascii: ",")).read()
    case .tabSeparated: return try DelimitedPredictions(source, delimiter: UInt8(ascii: "\t")).read()
    case .jsonLines: return try JSONLinesPredictions(source).read()
    case .zippedArrays: return try ZippedArrays(source).read()
    case .numPy:
      throw PredictionFileError(
        .unknownPredictionFormat, at: source.place, found: "one array by itself",
        expected: "an NPZ file, or a file of true labels and one of probabilities")
    }
  }

  /// Reads the true labels from one file and the probabilities from another.
  ///
  /// Each is an NPY file, or a CSV or TSV file (also gzipped). In NPY files the true labels have one axis, or two with
  /// 0 or 1 for each label; probabilities have two axes, or one with those of the positive label. In text, the true
  /// labels are in a column `y_true` or the only one, the probabilities in `proba_<label>` for each label, in columns
  /// of the labels' own names, or in one column. Rows are joined by `id` if both files have it, else by their order.
  ///
  /// - Parameters:
  ///   - truth: Where the true labels are.
  ///   - scores: Where the probabilities are.
  ///   - truthDisplayPath: The first path as diagnostics show it; `truth` itself by default.
  ///   - scoresDisplayPath: The second path as diagnostics show it; `scores` itself by default.
  /// - Returns: The predictions, and what was wrong with some of the rows.
  /// - Throws: ``PredictionFileError`` when a file cannot be read, the files differ in length and cannot be joined by
  ///   id, no row can be used, or nothing tells of which labels the probabilities are.
  public func read(
    truth: String, scores: String, truthDisplayPath: String? = nil, scoresDisplayPath: String? = nil
  ) throws(PredictionFileError) -> PredictionFile {
    let truthFile = try open(truth, truthDisplayPath)
    let scoresFile = try open(scores, scoresDisplayPath)
    var log = DiagnosticLog()
    log.add(contentsOf: truthFile.source.log.diagnostics + scoresFile.source.log.diagnostics)
    if truthFile.format == .numPy, scoresFile.format == .numPy {
      let table = ArrayTable(
        truth: try array(truthFile.source), probabilities: try array(scoresFile.source))
      var source = truthFile.source
      source.log = log
      return try ArrayPredictions(table, source).read()
    }
    let truthRows = try rows(of: truthFile, areTruth: true, &log)
    let scoreRows = try rows(of: scoresFile, areTruth: false, &log)
    return try PairedFiles(truth: truthRows, scores: scoreRows, log: log).read()
  }

  private func open(
    _ path: String, _ displayPath: String?
  ) throws(PredictionFileError) -> (source: PredictionSource, format: PredictionFormat) {
    try PredictionSource.open(
      path, displayPath: displayPath ?? path, fileSystem, options: options, pieceSize: pieceSize)
  }

  private func array(_ source: PredictionSource) throws(PredictionFileError) -> NumPyArray {
    do throws(FormatError) {
      return try NumPyArray(source.file, path: source.path)
    } catch {
      throw PredictionFileError(error)
    }
  }

  /// The rows of one of two files.
  private func rows(
    of file: (source: PredictionSource, format: PredictionFormat), areTruth: Bool, _ log: inout DiagnosticLog
  ) throws(PredictionFileError) -> PairedRows {
    let source = file.source
    switch file.format {
    case .commaSeparated:
      return try DelimitedPredictions(source, delimiter: UInt8(ascii: ",")).rows(ofTruth: areTruth, &log)
    case .tabSeparated:
      return try DelimitedPredictions(source, delimiter: UInt8(ascii: "\t")).rows(ofTruth: areTruth, &log)
    case .numPy:
      let array = try array(source)
      return try areTruth ? .truth(array, source, &log) : .scores(array, source, &log)
    case .jsonLines, .zippedArrays:
      throw PredictionFileError(
        .unknownPredictionFormat, at: source.place,
        found: file.format == .jsonLines ? "JSON lines" : "an NPZ file",
        expected: "an NPY, CSV or TSV file, or one file of both")
    }
  }
}
