import Diagnostics
import FileFormats

/// The order of the labels of arrays, and which of them the elements mean.
///
/// With an array `labels`, its order counts. Whole numbers in `y_true` and `y_pred` are then labels by their digits if
/// the names are whole numbers too, and indices into the names if these are texts. Without it, the labels are those
/// that occur, by number or by bytes; if they are fewer than the columns of probabilities, and all are whole numbers
/// from 0 to below the number of columns, the labels are all of these numbers.
struct ArrayLabelOrder: Sendable {
  /// The labels that have probabilities, or that `labels` names, in order.
  let known: [ExactString]
  /// ``known`` and the other labels that occur.
  let all: [ExactString]
  /// The true labels, as indices into ``all``.
  let truth: ArrayLabels
  /// The predicted labels, as indices into ``all``.
  let predicted: ArrayLabels?
  /// The one label of a single column of probabilities, as an index into ``known``.
  let lone: LoneScore?

  /// The order of the labels in `table`, whose rows have one label each.
  init(
    _ table: ArrayTable, pieces: [Range<Int>], positive: String?
  ) throws(PredictionFileError) {
    let truth = try ArrayLabels(table.truth, pieces: pieces)
    let predicted = try table.predicted.map { array throws(PredictionFileError) in
      try ArrayLabels(array, pieces: pieces)
    }
    let names = try Self.names(of: table)
    let seen = Set(truth.texts + (predicted?.texts ?? []))
    let known: [ExactString]
    if let names {
      known = names
    } else if let probabilities = table.probabilities {
      known = try Self.known(seen, columns: probabilities.columnCount, positive: positive) {
        PredictionFileError(probabilities.error($0, expected: $1))
      }
    } else {
      known = []
    }
    lone = table.probabilities?.columnCount == 1 ? LoneScore(labels: known, positive: positive) : nil
    var numbering = Numbering(
      known, namesAreTexts: names.map { !$0.allSatisfy { Int64($0.text) != nil } } ?? false)
    self.known = known
    self.truth = truth.mapped(by: numbering.numbers(of: truth))
    self.predicted = predicted.map { $0.mapped(by: numbering.numbers(of: $0)) }
    all = numbering.labels
  }

  /// What the array `labels` names; none if there is none.
  ///
  /// - Throws: ``PredictionFileError`` if there are not as many as columns, or one is empty, no text or there twice.
  static func names(of table: ArrayTable) throws(PredictionFileError) -> [ExactString]? {
    guard let array = table.labels else { return nil }
    let wanted =
      table.isMultilabel ? table.truth.columnCount : table.probabilities.map { max($0.columnCount, 2) }
    guard array.rowCount <= PredictionFileReader.labelLimit, array.rowCount == wanted ?? array.rowCount else {
      throw PredictionFileError(
        array.error(
          "\(array.rowCount) names",
          expected: wanted.map { "\($0), one for each column" }
            ?? "at most \(PredictionFileReader.labelLimit)"))
    }
    let labels = try ArrayLabels(array, pieces: [0..<array.rowCount])
    guard labels.numbers.allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else {
      throw PredictionFileError(
        array.error("something that is no label", expected: "a text or a whole number"))
    }
    guard labels.texts.count == array.rowCount else {
      throw PredictionFileError(array.error("a label that is there twice", expected: "each label once"))
    }
    return labels.texts
  }

  /// The labels of the columns of probabilities where nothing names them, in whose rows `seen` occur.
  ///
  /// - Throws: What `refusal` makes of what was found and what was expected, if that does not tell.
  static func known(
    _ seen: Set<ExactString>, columns: Int, positive: String?,
    refusal: (_ found: String, _ expected: String) -> PredictionFileError
  ) throws(PredictionFileError) -> [ExactString] {
    if columns == 1 {
      if let lone = LoneScore(seen: seen, named: nil, positive: positive) { return lone.labels }
      let names = ColumnNames.list(LabelOrder.sorted(seen).map(\.text))
      throw refusal(
        "one column of probabilities for \(seen.count) \(seen.count == 1 ? "label" : "labels") (\(names))",
        "two labels")
    }
    if seen.count == columns { return LabelOrder.sorted(seen) }
    // A number such as 07 is a name.
    let numbers = (0..<columns).map { ExactString(String($0)) }
    if seen.isSubset(of: numbers) { return numbers }
    throw refusal(
      "\(columns) columns of probabilities for \(seen.count) labels",
      "a column for each label, or an array “\(ColumnNames.labels)” that names them")
  }

  /// Numbers labels: those that are known first, others as they come.
  private struct Numbering {
    private(set) var labels: [ExactString]
    private var indices: [ExactString: Int32] = [:]
    private let knownCount: Int
    /// Whether a whole number is the index of a label.
    private let namesAreTexts: Bool

    init(_ known: [ExactString], namesAreTexts: Bool) {
      labels = known
      knownCount = known.count
      self.namesAreTexts = namesAreTexts
      for (index, label) in known.enumerated() { indices[label] = Int32(index) }
    }

    mutating func numbers(of array: ArrayLabels) -> [Int32] {
      array.texts.map { array.areWhole && namesAreTexts ? index($0) : number($0) }
    }

    private func index(_ text: ExactString) -> Int32 {
      guard let index = Int(text.text), (0..<knownCount).contains(index) else {
        return ArrayLabels.Fault.index
      }
      return Int32(index)
    }

    private mutating func number(_ text: ExactString) -> Int32 {
      if let index = indices[text] { return index }
      let index = Int32(labels.count)
      indices[text] = index
      labels.append(text)
      return index
    }
  }
}
