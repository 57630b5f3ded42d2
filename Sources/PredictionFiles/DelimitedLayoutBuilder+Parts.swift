import Diagnostics
import FileFormats

extension DelimitedLayoutBuilder {
  /// The layout of a file of true labels whose probabilities are in another file.
  ///
  /// The labels are in the column that is named for them, or in the only column; or there is `true_…` for each label.
  ///
  /// - Throws: ``PredictionFileError`` when there is no column of true labels, or no names of columns.
  mutating func truthLayout() throws(PredictionFileError) -> DelimitedLayout {
    try checkNames()
    setCommonRoles()
    if let truth = first(of: ColumnNames.truth) ?? (columns.names.count == 1 ? 0 : nil) {
      roles[truth] = .truth
      return finish(
        scored: [], others: [], isLone: false, isMultilabel: false, isTentative: false, hasPredicted: false)
    }
    let indicators = columns.labels(behind: ColumnNames.truthPrefix)
    guard !indicators.isEmpty else {
      throw columns.missing(
        "one of \(ColumnNames.list(ColumnNames.truth)), only one column, "
          + "or “\(ColumnNames.truthPrefix)…” for each label")
    }
    for (number, column) in indicators.enumerated() { roles[column.position] = .trueIndicator(number) }
    return finish(
      scored: [], others: indicators, isLone: false, isMultilabel: true, isTentative: false,
      hasPredicted: true)
  }

  /// The layout of a file of probabilities whose true labels are in another file.
  ///
  /// The probabilities are in columns that are named for that; otherwise all columns without another role have them,
  /// each of the label of its name, or one of the positive label.
  ///
  /// - Throws: ``PredictionFileError`` when there is no column of probabilities, or no names of columns.
  mutating func scoresLayout() throws(PredictionFileError) -> DelimitedLayout {
    try checkNames()
    setCommonRoles()
    let predicted = first(of: ColumnNames.predicted)
    if let predicted { roles[predicted] = .predicted }
    let prefixes = [ColumnNames.probabilityPrefix] + ColumnNames.otherProbabilityPrefixes
    var scored = prefixes.map { columns.labels(behind: $0) }.first { !$0.isEmpty } ?? []
    var lone = scored.isEmpty ? first(of: ColumnNames.looseScores) : nil
    if scored.isEmpty, lone == nil {
      // A table that pandas writes has a column of row numbers without a name.
      let rest = columns.names.indices.filter { roles[$0] == nil && !columns.names[$0].isEmpty }
      if rest.count == 1 {
        lone = rest[0]
      } else {
        scored = rest.map { LabelColumn(label: ExactString(columns.names[$0]), position: $0) }
      }
    }
    guard lone != nil || !scored.isEmpty else {
      throw columns.missing(
        "“\(ColumnNames.probabilityPrefix)…” for each label, or one column of probabilities")
    }
    for position in scored.map(\.position) + [lone].compactMap({ $0 }) { roles[position] = .probability }
    return finish(
      scored: scored, others: [], isLone: lone != nil || scored.count == 1, isMultilabel: false,
      isTentative: false, hasPredicted: predicted != nil, hasTruth: false)
  }

  /// Refuses a file that begins with numbers, as numpy writes it, where names are expected.
  private func checkNames() throws(PredictionFileError) {
    let areNumbers = columns.names.allSatisfy { DecimalNumber.parse($0) != nil }
    guard areNumbers, columns.names.count == 1 || columns.names.contains(where: { $0.utf8.contains(0x2E) })
    else {
      return
    }
    throw columns.missing("a first line with the names of the columns")
  }
}
