import Diagnostics

/// The columns of a delimited file under the names that count: those of the file, or the roles that the options give.
struct NamedColumns: Sendable {
  /// The names in the file.
  let names: [String]
  /// The name that each column counts under; none for one that serves as an attribute only.
  private var known: [ExactString?]
  private var positions: [ExactString: Int] = [:]
  private let source: PredictionSource
  /// The columns that have the name of a column before them.
  private(set) var duplicates: [Int] = []

  /// The columns of a header.
  ///
  /// - Throws: ``PredictionFileError`` if the options speak of a role that is none, of a column that is not there and
  ///   cannot be done without, or of one column twice.
  init(_ names: [String], _ source: PredictionSource) throws(PredictionFileError) {
    self.names = names
    self.source = source
    known = names.map { ExactString($0) }
    for (position, name) in known.enumerated() {
      guard let name else { continue }
      if positions[name] == nil {
        positions[name] = position
      } else {
        duplicates.append(position)
        known[position] = nil
      }
    }
    try ColumnNames.check(source.options, at: source.place)
    try rename()
  }

  /// The number of the column that counts under `name`.
  func position(of name: String) -> Int? {
    positions[ExactString(name)]
  }

  /// The columns whose names begin with `prefix`, in the order of the file, with the labels that follow it.
  func labels(behind prefix: String) -> [LabelColumn] {
    known.enumerated().compactMap { position, name in
      name.flatMap { ColumnNames.label(in: $0.text, behind: prefix) }
        .map { LabelColumn(label: $0, position: position) }
    }
  }

  /// That a column is missing, and which ones there are.
  func missing(_ expected: String) -> PredictionFileError {
    PredictionFileError(
      .missingColumn, at: SourcePlace(path: source.path, line: 1),
      found: "the columns \(ColumnNames.list(names))", expected: expected)
  }

  /// Gives the columns that the options name the names of their roles.
  private mutating func rename() throws(PredictionFileError) {
    let mapping = source.options.columns.map { (role: ExactString($0.key), name: ExactString($0.value)) }
      // In JSON lines that is an object, so that one configuration serves files of both formats.
      .filter { $0.role.text != ColumnNames.probabilities || positions[$0.name] != nil }
      .sorted { $0.role < $1.role }
    let inFile = positions
    for (role, _) in mapping {
      if let shadowed = positions.removeValue(forKey: role) { known[shadowed] = nil }
    }
    var used: Set<Int> = []
    for (role, name) in mapping {
      guard let position = inFile[name] else {
        throw missing("“\(name)”, which the options name as “\(role)”")
      }
      guard used.insert(position).inserted else {
        throw PredictionFileError(
          .missingColumn, at: source.place, found: "the column “\(name)” named for two roles",
          expected: "one role for a column")
      }
      if let own = known[position], positions[own] == position { positions[own] = nil }
      known[position] = role
      positions[role] = position
    }
  }
}
