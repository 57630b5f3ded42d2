public import Diagnostics
import FileFormats
public import RunModel

/// A file with the results of a search, in one of nomadic's forms.
///
/// ```swift
/// let file = try ExperimentResultFile.read("results.json")
/// file.result.bestRunResult?.params  // of the best of the file's results
/// ```
///
/// JSON is read leniently (`NaN` as a bare word, a name twice) and within limits. A result that cannot be read is
/// left out with a diagnostic; a score that is no number is kept as NaN, which is never the best. Pickles are never
/// opened.
public struct ExperimentResultFile: Hashable, Sendable {
  /// The form that the file has.
  public let form: ExperimentResultForm
  /// The results in the order of the file.
  public let runResults: [RunResult]
  /// The results best first, with what the file says of the search.
  public let result: ExperimentResult
  /// What was wrong with the file.
  public let diagnostics: [Diagnostic]

  /// The most bytes of a file that is read.
  public static let byteLimit = 32 << 20
  /// The most values in a file, by its commas and brackets, since a tree takes up some hundred bytes for each.
  static let valueLimit = 750_000

  /// Reads the file at `path`.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - fileSystem: Through which it is read.
  ///   - direction: Which way a score gets better; nil takes what the file says in `direction`, which Assay writes
  ///     where it is not `higher`, and else `higher`, as nomadic has it.
  /// - Returns: The results, and what was wrong.
  /// - Throws: ``ExperimentResultError`` if the file cannot be read or is none of the forms.
  public static func read(
    _ path: String, in fileSystem: FileSystem = .disk, direction: MetricDirection? = nil
  ) throws(ExperimentResultError) -> ExperimentResultFile {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try fileSystem.read(path, limit: byteLimit)
    } catch {
      throw ExperimentResultError(FormatError(error, path: path).diagnostic(Self.kind("unreadable")))
    }
    return try parse(bytes, path: path, direction: direction)
  }

  /// Reads the file that `bytes` are; otherwise as ``read(_:in:direction:)``.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: Its path as messages show it.
  ///   - direction: Which way a score gets better.
  /// - Returns: The results, and what was wrong.
  /// - Throws: ``ExperimentResultError`` if the bytes are none of the forms.
  public static func parse(
    _ bytes: [UInt8], path: String, direction: MetricDirection? = nil
  ) throws(ExperimentResultError) -> ExperimentResultFile {
    let marks = [UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{")]
    let count = bytes.count { marks.contains($0) }
    guard bytes.count <= byteLimit, count <= valueLimit else {
      throw ExperimentResultError(
        Diagnostic(
          .error, kind("too-large"), at: SourcePlace(path: path),
          found: "JSON of \(bytes.count) bytes and some \(count) values",
          expected: "at most \(byteLimit) bytes and \(valueLimit) values",
          consequence: "Nothing is read of it."))
    }
    let document: JSONDocument
    do throws(FormatError) {
      document = try JSONReader.parse(bytes, path: path)
    } catch {
      throw ExperimentResultError(error.diagnostic(kind("invalid-json")))
    }
    var reader = ExperimentResultReader(document)
    return try reader.file(direction: direction)
  }

  static func kind(_ name: String) -> Diagnostic.Kind { Diagnostic.Kind("results.\(name)") }

  init(
    form: ExperimentResultForm, runResults: [RunResult], result: ExperimentResult, diagnostics: [Diagnostic]
  ) {
    self.form = form
    self.runResults = runResults
    self.result = result
    self.diagnostics = diagnostics
  }
}
