/// The kinds of rows that counts are made of, and how many rows are of each kind.
///
/// Where each row has one label a kind is a cell of truth × prediction; where rows may have several, a pair of the true
/// and the predicted set.
struct CountCells: Sendable {
  /// The number of rows of each kind.
  private(set) var counts: [Double] = []
  /// Where the slots of each kind begin, then their number.
  private var starts: [Int32] = [0]
  /// What a row adds one to: three times the label, plus 0 for true positives, 1 for false positives, 2 for false
  /// negatives.
  private var slots: [Int32] = []
  /// Whether rows of each kind are wholly right.
  private var isRight: [Bool] = []

  /// How many kinds there are.
  var count: Int { counts.count }

  /// The occupied cells of a matrix of unweighted rows.
  init(_ confusion: ConfusionMatrix) {
    for entry in confusion.entries {
      let truth = Int32(entry.truth)
      let predicted = Int32(entry.predicted)
      if truth == predicted {
        append(entry.count, slots: [3 * truth], isRight: true)
      } else {
        append(entry.count, slots: [3 * truth + 2, 3 * predicted + 1], isRight: false)
      }
    }
  }

  /// Kinds without a row yet.
  init() {}

  /// Adds a kind of `rows` rows.
  mutating func append(_ rows: Double, slots: [Int32], isRight: Bool) {
    counts.append(rows)
    self.slots += slots
    starts.append(Int32(self.slots.count))
    self.isRight.append(isRight)
  }

  /// Sets the counts of labels and of right rows to what so many rows of each kind make up.
  ///
  /// - Precondition: `rows` has a number for each kind.
  func fill(_ statistics: inout ClassificationStatistics, rows: [Double], scratch: inout [Double]) {
    var right = 0.0
    scratch.withUnsafeMutableBufferPointer { sums in
      sums.update(repeating: 0)
      for kind in rows.indices where rows[kind] > 0 {
        for place in Int(starts[kind])..<Int(starts[kind + 1]) { sums[Int(slots[place])] += rows[kind] }
        if isRight[kind] { right += rows[kind] }
      }
    }
    statistics.setLabelCounts(scratch)
    statistics.correctWeight = right
  }

  /// By how much one more row of each kind changes a metric.
  ///
  /// - Complexity: Linear in kinds, their labels, and all labels.
  func influences(_ gradient: CountGradient) -> [Double] {
    let table = InfluenceTable(gradient)
    return (0..<count).map { kind in
      var sum = table.base + (isRight[kind] ? table.right : 0)
      for place in starts[kind]..<starts[kind + 1] { sum += table.slots[Int(slots[Int(place)])] }
      return sum
    }
  }
}
