import Evaluation

/// The rows of one piece of a file, column by column, while they are being read.
///
/// Labels are numbers of ``labels``, which begins with the labels that have a column of probabilities.
struct PredictionRows: Sendable {
  /// How many rows are kept.
  private(set) var count = 0
  /// How many rows were read.
  private(set) var rowsRead = 0
  /// The numbers, counted from 0 in this piece, of the rows that were left out.
  private(set) var leftOut: [Int] = []
  /// The labels seen, in the row that is being read too.
  var labels: TextTable
  /// How many labels there are without that row's.
  private var keptLabelCount = 0
  /// The true label of each row.
  var truth: [Int32] = []
  /// The predicted label of each row.
  var predicted: [Int32] = []
  /// As ``Evaluation/PredictionBatch/truthSets``.
  var truthSets: [UInt8] = []
  /// As ``Evaluation/PredictionBatch/predictedSets``.
  var predictedSets: [UInt8] = []
  /// As ``Evaluation/PredictionBatch/probabilities``.
  var probabilities: [Double] = []
  /// The weight of each row, or nothing.
  var weights: [Double] = []
  /// The columns of texts, in the order of the layout.
  var texts: [TextRows]
  /// Why rows were left out.
  var problems = RowProblems()
  /// The rows whose probabilities do not sum to 1.
  var offSums = OffSums()

  private let scoredCount: Int

  /// No rows yet; `scored` are the labels with a column of probabilities, `others` further labels that are known.
  ///
  /// `columnCount` is the number of columns of probabilities where it is not that of `scored`.
  init(scored: [String], others: [String] = [], textCount: Int, columnCount: Int? = nil) {
    self.init(
      scored: scored, others: others, texts: Array(repeating: TextRows(), count: textCount),
      columnCount: columnCount)
  }

  /// No rows yet; `texts` are the empty columns of texts.
  init(scored: [String], others: [String], texts: [TextRows], columnCount: Int?) {
    labels = TextTable()
    for label in scored + others { labels.insert(label) }
    keptLabelCount = labels.count
    scoredCount = columnCount ?? scored.count
    self.texts = texts
  }

  /// The first largest probability of the row that is being read.
  var firstLargest: Int32 {
    Int32(PredictionBatch.indexOfFirstLargest(probabilities[(count * scoredCount)...]))
  }

  /// Says how many rows were read whose values are set and not appended, and which of them are left out.
  mutating func setCounts(rowsRead: Int, leftOut: [Int]) {
    self.rowsRead = rowsRead
    self.leftOut = leftOut
    count = rowsRead - leftOut.count
  }

  /// Keeps the row whose values were appended; `line` is its line in this piece, counted from 0.
  @inline(__always)
  mutating func keep(line: Int) {
    if scoredCount > 0, truthSets.isEmpty {
      let start = count &* scoredCount
      let sum = probabilities.withUnsafeBufferPointer { values in
        var sum = 0.0
        for index in start..<start &+ scoredCount { sum += values[index] }
        return sum
      }
      offSums.note(sum, row: rowsRead, line: line)
    }
    count += 1
    rowsRead += 1
    keptLabelCount = labels.count
  }

  /// Makes room for `count` rows in all, now that some were seen, so that columns need not grow by more than they need.
  mutating func reserve(_ count: Int) {
    let isMultilabel = !truthSets.isEmpty
    probabilities.reserveCapacity(count * scoredCount)
    truth.reserveCapacity(isMultilabel ? 0 : count)
    predicted.reserveCapacity(isMultilabel ? 0 : count)
    truthSets.reserveCapacity(isMultilabel ? count * labels.count : 0)
    predictedSets.reserveCapacity(isMultilabel ? count * labels.count : 0)
    weights.reserveCapacity(weights.isEmpty ? 0 : count)
    for index in texts.indices {
      texts[index].settle()
      texts[index].reserve(count)
    }
  }

  /// Takes back what was appended of a row that is left out, and counts it.
  mutating func leaveOut() {
    takeBack()
    leftOut.append(rowsRead)
    rowsRead += 1
  }

  /// Takes back what was appended of a row that will be read again.
  mutating func takeBack() {
    if labels.count > keptLabelCount { labels.truncate(to: keptLabelCount) }
    truncate(&truth, to: count)
    truncate(&predicted, to: count)
    truncate(&truthSets, to: count * labels.count)
    truncate(&predictedSets, to: count * labels.count)
    truncate(&probabilities, to: count * scoredCount)
    truncate(&weights, to: count)
    for index in texts.indices { texts[index].truncate(to: count) }
  }

  private func truncate<Element>(_ values: inout [Element], to count: Int) {
    if values.count > count { values.removeLast(values.count - count) }
  }
}
