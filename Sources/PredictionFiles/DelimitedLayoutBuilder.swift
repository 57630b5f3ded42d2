import Diagnostics
import FileFormats

/// Finds out which column of a delimited file serves as what.
struct DelimitedLayoutBuilder {
  let columns: NamedColumns
  /// What each column serves as, as far as that is known.
  var roles: [DelimitedRole?]
  private let acceptsOtherNames: Bool
  private var purposes: [TextPurpose] = []

  /// A builder for these columns; without `acceptsOtherNames`, what might as well be something else than
  /// probabilities, such as `p_…`, is an attribute.
  init(_ columns: NamedColumns, acceptsOtherNames: Bool) {
    self.columns = columns
    self.acceptsOtherNames = acceptsOtherNames
    roles = Array(repeating: nil, count: columns.names.count)
  }

  /// The layout of the columns.
  ///
  /// - Throws: ``PredictionFileError`` when there is no column of true labels, or nothing says what is predicted.
  mutating func layout() throws(PredictionFileError) -> DelimitedLayout {
    setCommonRoles()
    if let truth = first(of: ColumnNames.truth) {
      roles[truth] = .truth
      return try singleLabelLayout()
    }
    let indicators = columns.labels(behind: ColumnNames.truthPrefix)
    guard !indicators.isEmpty else {
      throw columns.missing(
        "one of \(ColumnNames.list(ColumnNames.truth)), or “\(ColumnNames.truthPrefix)…” for each label")
    }
    return try multilabelLayout(indicators)
  }

  /// Gives the columns their roles that are found in every file.
  mutating func setCommonRoles() {
    for duplicate in columns.duplicates { roles[duplicate] = .ignored }
    for (name, purpose) in TextPurpose.named {
      if let position = columns.position(of: name) { addText(position, purpose) }
    }
    if let position = columns.position(of: ColumnNames.weight) { roles[position] = .weight }
  }

  private mutating func singleLabelLayout() throws(PredictionFileError) -> DelimitedLayout {
    let predicted = first(of: ColumnNames.predicted)
    if let predicted { roles[predicted] = .predicted }
    var scored = columns.labels(behind: ColumnNames.probabilityPrefix)
    var isTentative = false
    if scored.isEmpty, acceptsOtherNames {
      scored =
        ColumnNames.otherProbabilityPrefixes.map { columns.labels(behind: $0) }
        .first { $0.count > 1 } ?? []
      isTentative = !scored.isEmpty
    }
    let lone = loneScore(isPredicted: predicted != nil)
    if scored.isEmpty, let lone {
      roles[lone] = .probability
      return finish(
        scored: [], others: [], isLone: true, isMultilabel: false, isTentative: predicted != nil,
        hasPredicted: predicted != nil)
    }
    guard predicted != nil || !scored.isEmpty else {
      throw columns.missing(
        "one of \(ColumnNames.list(ColumnNames.predicted)), or “\(ColumnNames.probabilityPrefix)…” for each label"
      )
    }
    for column in scored { roles[column.position] = .probability }
    return finish(
      scored: scored, others: [], isLone: scored.count == 1, isMultilabel: false, isTentative: isTentative,
      hasPredicted: predicted != nil)
  }

  /// The one column of probabilities that is named for no label: surely one if nothing else says what is predicted.
  private func loneScore(isPredicted: Bool) -> Int? {
    guard acceptsOtherNames || !isPredicted else { return nil }
    return first(of: isPredicted ? ColumnNames.scores : ColumnNames.looseScores)
  }

  private mutating func multilabelLayout(
    _ truth: [LabelColumn]
  ) throws(PredictionFileError) -> DelimitedLayout {
    let scored = columns.labels(behind: ColumnNames.probabilityPrefix)
    let predicted = columns.labels(behind: ColumnNames.predictedPrefix)
    let scoredLabels = Set(scored.map(\.label))
    let others = truth.filter { !scoredLabels.contains($0.label) }
    var numbers: [ExactString: Int] = [:]
    for (number, column) in (scored + others).enumerated() { numbers[column.label] = number }
    for column in scored { roles[column.position] = .probability }
    for column in truth { roles[column.position] = numbers[column.label].map { .trueIndicator($0) } }
    for column in predicted {
      roles[column.position] = numbers[column.label].map { .predictedIndicator($0) }
    }
    try check(scored + predicted, against: truth, prefix: ColumnNames.truthPrefix)
    // Only where every label has a column of predictions do they count; else the probabilities decide.
    if !predicted.isEmpty || scored.count < numbers.count {
      try check(truth, against: predicted, prefix: ColumnNames.predictedPrefix)
    }
    return finish(
      scored: scored, others: others, isLone: false, isMultilabel: true, isTentative: false,
      hasPredicted: !predicted.isEmpty)
  }

  /// That every label of `columns` has a column among `others`.
  private func check(
    _ labels: [LabelColumn], against others: [LabelColumn], prefix: String
  ) throws(PredictionFileError) {
    let known = Set(others.map(\.label))
    for column in labels where !known.contains(column.label) {
      throw columns.missing("\(VisibleText.quoting(prefix + column.label.text))")
    }
  }

  /// The layout, in which the columns without a role are attributes.
  mutating func finish(
    scored: [LabelColumn], others: [LabelColumn], isLone: Bool, isMultilabel: Bool, isTentative: Bool,
    hasPredicted: Bool, hasTruth: Bool = true
  ) -> DelimitedLayout {
    for (position, name) in columns.names.enumerated() where roles[position] == nil {
      addText(position, .attribute(ExactString(name)))
    }
    return DelimitedLayout(
      names: columns.names, roles: roles.map { $0 ?? .ignored }, scored: scored.map(\.label.text),
      others: others.map(\.label.text), isLone: isLone, hasTruth: hasTruth, isMultilabel: isMultilabel,
      isTentative: isTentative,
      hasPredicted: hasPredicted, purposes: purposes)
  }

  private mutating func addText(_ position: Int, _ purpose: TextPurpose) {
    roles[position] = .text(purposes.count)
    purposes.append(purpose)
  }

  /// The number of the first of these columns that is there.
  func first(of names: [String]) -> Int? {
    names.lazy.compactMap { columns.position(of: $0) }.first
  }
}
