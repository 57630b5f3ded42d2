import Diagnostics

/// The columns of certain predictions by the names that expressions give them.
struct SliceColumns {
  private let columns: [ExactString: SliceColumn]
  private let predictions: Predictions
  /// How many columns a message lists.
  private static let listed = 12

  init(_ predictions: Predictions) {
    self.predictions = predictions
    var columns: [ExactString: SliceColumn] = [:]
    for (name, column) in SliceColumn.named where column.isThere(in: predictions) {
      columns[ExactString(name)] = column
    }
    for (index, name) in predictions.schema.attributeNames.enumerated() {
      columns[name] = .attribute(index)
    }
    self.columns = columns
  }

  /// The column that is meant by `name`.
  ///
  /// - Throws: ``SliceExpressionError`` if it is not there, or is of numbers and `needsText`.
  func column(_ name: SliceName, needsText: Bool) throws(SliceExpressionError) -> SliceColumn {
    guard let column = columns[ExactString(name.name)] else { throw missing(name) }
    guard !needsText || !column.isNumber else {
      throw SliceExpressionError(
        at: name.offset, found: "\(VisibleText.quoting(name.name)), whose values are numbers",
        expected: "a text")
    }
    return column
  }

  private func missing(_ name: SliceName) -> SliceExpressionError {
    let known = SliceColumn.named.first { $0.name.utf8.elementsEqual(name.name.utf8) }
    var found = "the column \(VisibleText.quoting(name.name))"
    if known?.column == .confidence, predictions.schema.task == .multilabel {
      found += ", which rows of several labels do not have"
    } else if known != nil {
      found += ", which the predictions do not have"
    }
    let names =
      predictions.schema.attributeNames.map(\.text)
      + SliceColumn.named.lazy.filter { $0.column.isThere(in: predictions) }.map(\.name)
    let list = names.prefix(Self.listed).map { VisibleText.quoting($0) }.joined(separator: ", ")
    let more = names.count > Self.listed ? " and \(names.count - Self.listed) more" : ""
    return SliceExpressionError(
      at: name.offset, found: found, expected: "one of \(list)\(more)",
      suggestion: known == nil ? NearestName.suggestion(for: name.name, among: names) : nil)
  }
}
