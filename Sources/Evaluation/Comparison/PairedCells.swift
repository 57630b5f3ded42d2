/// The kinds of rows that the counts of two sets of predictions are made of, and how many rows are of each kind.
///
/// Where each row has one label a kind is a cell of truth × baseline × candidate; where rows may have several, it is
/// the three sets. Kinds are in an order that does not depend on that of the rows.
struct PairedCells: Sendable {
  /// The number of rows of each kind.
  private(set) var counts: [Double] = []
  /// What each kind is to the counts of the baseline.
  private(set) var baseline = CountCells()
  /// What each kind is to the counts of the candidate.
  private(set) var candidate = CountCells()

  /// The kinds of these rows, which count alike.
  ///
  /// - Complexity: Linear in rows × labels, O(*n* log *n*) in the kinds.
  init(_ pair: AlignedPredictions) {
    if pair.schema.task == .multilabel {
      addSets(of: pair)
    } else {
      addLabels(of: pair)
    }
  }

  /// How many kinds there are.
  var count: Int { counts.count }

  private mutating func addLabels(of pair: AlignedPredictions) {
    let columns = PairedColumns(pair)
    columns.forEachCell { truth, first, second, rows in
      counts.append(rows)
      baseline.append(rows, slots: Self.slots(truth, first), isRight: truth == first)
      candidate.append(rows, slots: Self.slots(truth, second), isRight: truth == second)
    }
  }

  private static func slots(_ truth: Int32, _ predicted: Int32) -> [Int32] {
    truth == predicted ? [3 * truth] : [3 * truth + 2, 3 * predicted + 1]
  }

  private mutating func addSets(of pair: AlignedPredictions) {
    let width = pair.schema.labels.count
    let truth = pair.baseline.flat(\.truthSets)
    let first = pair.baseline.flat(\.predictedSets)
    let second = pair.candidate.flat(\.predictedSets)
    var rows: [[UInt8]: Double] = [:]
    for row in 0..<pair.count {
      let other = pair.candidateRow(row)
      let key = (0..<width).map { label -> UInt8 in
        let place = row * width + label
        return (truth[place] != 0 ? 1 : 0) | (first[place] != 0 ? 2 : 0)
          | (second[other * width + label] != 0 ? 4 : 0)
      }
      rows[key, default: 0] += 1
    }
    for (key, count) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      counts.append(count)
      append(key, side: 2, count, to: \.baseline)
      append(key, side: 4, count, to: \.candidate)
    }
  }

  private mutating func append(
    _ key: [UInt8], side: UInt8, _ count: Double, to cells: WritableKeyPath<PairedCells, CountCells>
  ) {
    var slots: [Int32] = []
    var isRight = true
    for (label, bits) in key.enumerated() {
      let (isTrue, isPredicted) = (bits & 1 != 0, bits & side != 0)
      guard isTrue || isPredicted else { continue }
      if isTrue != isPredicted { isRight = false }
      slots.append(Int32(3 * label) + (isTrue ? isPredicted ? 0 : 2 : 1))
    }
    self[keyPath: cells].append(count, slots: slots, isRight: isRight)
  }
}
