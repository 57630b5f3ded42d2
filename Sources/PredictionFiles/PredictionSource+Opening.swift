import Diagnostics
import FileFormats

extension PredictionSource {
  /// Opens the file at `path`, decompresses it if it is a gzip file, and finds out its format.
  ///
  /// - Throws: ``PredictionFileError`` when the file cannot be read, or is compressed in a way that is not read.
  static func open(
    _ path: String, displayPath: String, _ fileSystem: FileSystem, options: PredictionFileOptions,
    pieceSize: Int
  ) throws(PredictionFileError) -> (source: PredictionSource, format: PredictionFormat) {
    var file: ReadableFile
    let isCompressed: Bool
    do throws(FileSystemError) {
      file = try fileSystem.open(path)
      isCompressed = GzipReader.isGzip(try file.bytes(at: 0, count: 2))
    } catch {
      throw PredictionFileError(FormatError(error, path: displayPath))
    }
    var log = DiagnosticLog()
    if isCompressed {
      do throws(FormatError) {
        let content = try GzipReader.decompress(file, path: displayPath)
        file = content.file
        if content.trailingByteCount > 0 {
          log.add(trailing(content.trailingByteCount, path: displayPath))
        }
      } catch {
        throw PredictionFileError(error)
      }
    }
    let format = try PredictionFormat.recognise(file, path: PredictionFileName.withoutGzip(displayPath))
    guard !isCompressed || format != .zippedArrays else {
      throw PredictionFileError(
        .unknownPredictionFormat, at: SourcePlace(path: displayPath), found: "a zip file in a gzip file",
        expected: "the NPZ file itself")
    }
    let source = PredictionSource(
      file: file, path: displayPath, options: options, pieceSize: pieceSize, log: log)
    return (source, format)
  }

  private static func trailing(_ count: Int, path: String) -> Diagnostic {
    Diagnostic(
      .warning, .trailingBytes, at: SourcePlace(path: path),
      found: "\(count) \(count == 1 ? "byte" : "bytes") behind the compressed text",
      expected: "the end of the file",
      consequence: "They are not used.")
  }
}
