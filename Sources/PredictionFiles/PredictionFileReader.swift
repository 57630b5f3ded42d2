public import Diagnostics
import FileFormats

/// Reads prediction files: CSV, TSV and JSON lines.
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
    self.init(fileSystem: fileSystem, options: options, pieceSize: 1 << 20)
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
    let file: ReadableFile
    do throws(FileSystemError) {
      file = try fileSystem.open(path)
    } catch {
      throw PredictionFileError(FormatError(error, path: displayPath ?? path))
    }
    let source = PredictionSource(
      file: file, path: displayPath ?? path, options: options, pieceSize: pieceSize)
    return switch try PredictionFormat.recognise(file, path: source.path) {
    case .commaSeparated: try DelimitedPredictions(source, delimiter: UInt8(ascii: ",")).read()
    case .tabSeparated: try DelimitedPredictions(source, delimiter: UInt8(ascii: "\t")).read()
    case .jsonLines: try JSONLinesPredictions(source).read()
    }
  }
}
