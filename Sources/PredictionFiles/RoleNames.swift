import Diagnostics

/// Finds the names that serve as something: names in JSON lines, or of the arrays in an NPZ file.
struct RoleNames {
  /// The names that occur.
  let names: [ExactString]
  /// What they are names of, in messages.
  let kind: String
  /// Where they stand.
  let place: SourcePlace
  /// What the user says about the file.
  let options: PredictionFileOptions

  /// The name for a role: the one that the options give, else the first of `names` that occurs.
  ///
  /// - Throws: ``PredictionFileError`` if the options give a name that does not occur.
  func name(for names: [String]) throws(PredictionFileError) -> ExactString? {
    guard let role = names.first else { return nil }
    if let mapped = options.columns.first(where: { ExactString($0.key) == ExactString(role) }) {
      guard self.names.contains(ExactString(mapped.value)) else {
        throw missing("\(VisibleText.quoting(mapped.value)), which the options name as “\(role)”")
      }
      return ExactString(mapped.value)
    }
    let taken = Set(options.columns.values.map { ExactString($0) })
    return names.lazy.map { ExactString($0) }.first { self.names.contains($0) && !taken.contains($0) }
  }

  /// That a name is missing, and which ones there are.
  func missing(_ expected: String) -> PredictionFileError {
    PredictionFileError(
      .missingColumn, at: place, found: "the \(kind) \(ColumnNames.list(names.map(\.text)))",
      expected: expected)
  }
}
