import Diagnostics

/// Finds the names that serve as something in a JSON lines file.
struct JSONRoleNames {
  /// What the file begins with.
  let survey: JSONSurvey
  /// The file.
  let source: PredictionSource

  /// The name for a role: the one that the options give, else the first of `names` that occurs.
  ///
  /// - Throws: ``PredictionFileError`` if the options give a name that does not occur.
  func name(for names: [String]) throws(PredictionFileError) -> ExactString? {
    guard let role = names.first else { return nil }
    if let mapped = source.options.columns.first(where: { ExactString($0.key) == ExactString(role) }) {
      guard survey.names.contains(ExactString(mapped.value)) else {
        throw missing("\(VisibleText.quoting(mapped.value)), which the options name as “\(role)”")
      }
      return ExactString(mapped.value)
    }
    let taken = Set(source.options.columns.values.map { ExactString($0) })
    return names.lazy.map { ExactString($0) }.first { survey.names.contains($0) && !taken.contains($0) }
  }

  /// That a name is missing, and which ones there are.
  func missing(_ expected: String) -> PredictionFileError {
    PredictionFileError(
      .missingColumn, at: SourcePlace(path: source.path, line: 1),
      found: "the names \(ColumnNames.list(survey.names.map(\.text)))", expected: expected)
  }
}
