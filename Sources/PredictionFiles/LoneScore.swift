import Diagnostics

/// One column of probabilities in a problem of two labels: the other label has what is left to 1.
struct LoneScore {
  /// The two labels in order.
  let labels: [ExactString]
  /// Which of them the probability is of.
  let scored: Int

  /// The labels of a file in whose rows `seen` occur; none if they are not two.
  ///
  /// Where only one occurs, the other is the positive label that the user names, or what 0, 1, False or True is the
  /// opposite of.
  ///
  /// - Parameters:
  ///   - seen: The labels that occur.
  ///   - named: The label that the column is named for; without it the probability is of the positive label.
  ///   - positive: The positive label that the user names; without it the last label is.
  init?(seen: some Sequence<ExactString>, named: ExactString?, positive: String?) {
    var all = Set(seen)
    if let named { all.insert(named) }
    if all.count == 1, let positive { all.insert(ExactString(positive)) }
    if all.count == 1 {
      for pair: Set<ExactString> in [["0", "1"], ["False", "True"]] where all.isSubset(of: pair) {
        all = pair
      }
    }
    guard all.count == 2 else { return nil }
    let labels = LabelOrder.sorted(all)
    self.labels = labels
    scored = (named ?? positive.map { ExactString($0) }).flatMap { labels.firstIndex(of: $0) } ?? 1
  }

  /// The labels of a file that names both in order.
  init(labels: [ExactString], positive: String?) {
    precondition(labels.count == 2, "one probability is of one of two labels")
    self.labels = labels
    scored = positive.flatMap { labels.firstIndex(of: ExactString($0)) } ?? 1
  }

  /// The probabilities of both labels, row by row.
  func columns(_ scores: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: scores.count * 2) { buffer, count in
      for (row, score) in scores.enumerated() {
        buffer.initializeElement(at: 2 * row + scored, to: score)
        buffer.initializeElement(at: 2 * row + 1 - scored, to: 1 - score)
      }
      count = scores.count * 2
    }
  }

  /// That one column of probabilities is of no use with these labels.
  static func error(_ labels: some Collection<ExactString>, _ source: PredictionSource) -> PredictionFileError
  {
    let names = ColumnNames.list(LabelOrder.sorted(labels).map(\.text))
    return PredictionFileError(
      .missingColumn, at: source.place,
      found:
        "one column of probabilities, and \(labels.count == 1 ? "only the label" : "the labels") \(names)",
      expected: labels.count == 1
        ? "two labels, or the positive one given"
        : "two labels, or “\(ColumnNames.probabilityPrefix)…” for each")
  }

  /// That one probability in each row is not used, because of these labels.
  static func note(_ labels: [ExactString], _ source: PredictionSource) -> Diagnostic {
    Diagnostic(
      .warning, .labelWithoutColumn, at: source.place,
      found: "one probability in each row for \(labels.count) \(labels.count == 1 ? "label" : "labels")",
      expected: "two labels", consequence: "It is not used; label metrics stand.")
  }

  /// Rows with one probability each, made to rows with two; those that are not `isPredicted` get the first largest.
  func expanded(_ rows: PredictionRows, isPredicted: (Int) -> Bool) -> PredictionRows {
    var result = rows
    var table = TextTable()
    for label in labels { table.insert(label.text) }
    let numbers = (0..<rows.labels.count).map { number in
      rows.labels.texts.withBytes(of: number) { table.insert($0) }
    }
    result.labels = table
    result.truth = rows.truth.map { numbers[Int($0)] }
    result.probabilities = columns(rows.probabilities)
    let largest = FirstLargest.offsets(in: result.probabilities, columns: 2, rows: rows.count)
    result.predicted = rows.predicted.enumerated().map { row, label in
      isPredicted(row) ? numbers[Int(label)] : largest[row]
    }
    result.offSums = OffSums()
    return result
  }
}
