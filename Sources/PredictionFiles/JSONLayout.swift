import Diagnostics
import FileFormats

/// What the names in the lines of a JSON lines file serve as.
struct JSONLayout: Sendable {
  /// Names that have a role, with it; any other name is an attribute.
  let roles: [ExactString: JSONRole]
  /// What the columns of texts with a role of their own are for; the attributes come behind them.
  let purposes: [TextPurpose]
  /// Whether rows may have several labels.
  let isMultilabel: Bool
  /// Whether a row has one probability, so that it takes two labels to make use of it.
  let isLone: Bool

  /// The layout of a file that begins as `survey` found.
  ///
  /// - Throws: ``PredictionFileError`` if there are no true labels, or nothing says what is predicted.
  init(_ survey: JSONSurvey, _ source: PredictionSource) throws(PredictionFileError) {
    try ColumnNames.check(source.options, at: source.place)
    let names = RoleNames(
      names: survey.names, kind: "names", place: SourcePlace(path: source.path, line: 1),
      options: source.options)
    guard let truth = try names.name(for: ColumnNames.truth) else {
      throw names.missing("one of \(ColumnNames.list(ColumnNames.truth))")
    }
    let predicted = try names.name(for: ColumnNames.predicted)
    var probabilities = try names.name(for: [ColumnNames.probabilities])
    if probabilities == nil, predicted == nil {
      probabilities = ColumnNames.looseScores.lazy.map { ExactString($0) }.first {
        survey.numbers.contains($0)
      }
    }
    guard predicted != nil || probabilities != nil else {
      throw names.missing(
        "one of \(ColumnNames.list(ColumnNames.predicted)), or “\(ColumnNames.probabilities)”")
    }
    var roles: [ExactString: JSONRole] = [truth: .truth]
    if let predicted { roles[predicted] = .predicted }
    isMultilabel = survey.arrays.contains(truth)
    isLone = !isMultilabel && probabilities.map { survey.numbers.contains($0) } ?? false
    if let probabilities { roles[probabilities] = isLone ? .lone : .probabilities }
    if let weight = try names.name(for: [ColumnNames.weight]) { roles[weight] = .weight }
    var purposes: [TextPurpose] = []
    for (role, purpose) in TextPurpose.named {
      guard let name = try names.name(for: [role]) else { continue }
      roles[name] = .text(purposes.count)
      purposes.append(purpose)
    }
    self.roles = roles
    self.purposes = purposes
  }
}
