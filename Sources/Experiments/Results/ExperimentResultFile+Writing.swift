public import Diagnostics
import Markup
import RunModel
import ScalarFormats

extension ExperimentResultFile {
  /// The whole result in one of the forms, as bytes.
  ///
  /// Members stand in nomadic's order, numbers in the digits that they were written in, everything beyond ASCII as
  /// `\uXXXX`. Scores that are not finite are the texts `NaN`, `Infinity` and `-Infinity`, which nomadic reads as
  /// numbers. `direction` and `error` are members of Assay's own, written where they say something; nomadic passes
  /// over them. The forms ``ExperimentResultForm/list`` and ``ExperimentResultForm/runResults`` have no place for what
  /// is known of the search as a whole.
  ///
  /// - Parameters:
  ///   - result: What to write; results stand best first.
  ///   - form: In which form.
  ///   - indent: How many blanks each level is set in.
  /// - Returns: The bytes, without a line end at the end.
  /// - Throws: ``ExperimentResultError`` if a value is none that JSON has: it is never replaced by something else.
  public static func bytes(
    of result: ExperimentResult, form: ExperimentResultForm, indent: Int = 4
  ) throws(ExperimentResultError) -> [UInt8] {
    try check(result)
    var json = JSONWriter(style: JSONStyle(isASCII: true))
    ExperimentResultJSON(result: result).write(form, to: &json)
    return IndentedJSON.lines(json.bytes, indent: indent)
  }

  /// Results as a list in the order given, as bytes: what a search writes as it goes; otherwise as
  /// ``bytes(of:form:indent:)``.
  ///
  /// - Parameters:
  ///   - runResults: What to write.
  ///   - indent: How many blanks each level is set in.
  /// - Returns: The bytes, without a line end at the end.
  /// - Throws: ``ExperimentResultError`` if a value is none that JSON has.
  public static func bytes(
    of runResults: [RunResult], indent: Int = 4
  ) throws(ExperimentResultError) -> [UInt8] {
    for (place, result) in runResults.enumerated() { try check(result, place) }
    var json = JSONWriter(style: JSONStyle(isASCII: true))
    ExperimentResultJSON.list(runResults, to: &json)
    return IndentedJSON.lines(json.bytes, indent: indent)
  }

  /// Writes the whole result to `path`, as a whole or not at all; otherwise as ``bytes(of:form:indent:)``.
  ///
  /// - Parameters:
  ///   - result: What to write.
  ///   - path: Where; what is there is replaced.
  ///   - form: In which form.
  ///   - fileSystem: Through which it is written.
  /// - Throws: ``ExperimentResultError`` if a value is none that JSON has, or the file cannot be written.
  public static func write(
    _ result: ExperimentResult, to path: String, form: ExperimentResultForm = .experiment,
    in fileSystem: FileSystem = .disk
  ) throws(ExperimentResultError) {
    let bytes = try bytes(of: result, form: form)
    do throws(FileSystemError) {
      try fileSystem.write(bytes, path)
    } catch {
      throw ExperimentResultError(
        Diagnostic(
          .error, kind("not-written"), at: SourcePlace(path: path), found: error.reason.words,
          expected: "a place for the file", consequence: "Nothing was written."))
    }
  }

  private static func check(_ result: ExperimentResult) throws(ExperimentResultError) {
    for values in [result.searchSpace, result.metadata, result.furtherFields] {
      try check(values, "the search")
    }
    for (place, result) in result.runResults.enumerated() { try check(result, place) }
  }

  private static func check(_ result: RunResult, _ place: Int) throws(ExperimentResultError) {
    for values in [result.params, result.metadata, result.furtherFields] {
      try check(values, "result \(place + 1)")
    }
  }

  /// Refuses values whose text is not of their kind.
  private static func check(_ values: ResultValues, _ owner: String) throws(ExperimentResultError) {
    for entry in values.entries {
      let value = entry.value
      let isGood =
        switch value.kind {
        case .text, .null: true
        case .integer, .real: value.number != nil
        case .boolean: value.boolean != nil
        case .json: JSONCopy(text: value.text) != nil
        }
      guard !isGood else { continue }
      throw ExperimentResultError(
        Diagnostic(
          .error, kind("no-json"), at: nil,
          found:
            "\(VisibleText.escaping(entry.name.text)) of \(owner), a value of kind \(value.kind.rawValue) that is written \(VisibleText.escaping(String(value.text.prefix(80))))",
          expected: "a value that JSON has",
          consequence: "Nothing was written; give it as text, or leave it out."))
    }
  }
}
