/// Σ w (p − y)² of each label, p being its probability in a row and y 1 where the row has it, else 0.
///
/// Sums over unweighted rows do not depend on how the rows are split.
struct SquaredErrors: Hashable, Sendable {
  private var exact: [ExactSum]
  private var weighted: [Double]

  init(labelCount: Int) {
    exact = [ExactSum](repeating: ExactSum(), count: labelCount)
    weighted = [Double](repeating: 0, count: labelCount)
  }

  /// The sums, in the order of the labels.
  var values: [Double] { zip(exact, weighted).map { $0.value + $1 } }

  /// Adds later rows.
  mutating func merge(_ other: SquaredErrors) {
    for label in exact.indices {
      exact[label].merge(other.exact[label])
      weighted[label] += other.weighted[label]
    }
  }

  /// Adds the error of a label in a row that counts `weight` times.
  mutating func add(_ error: Double, label: Int, weight: Double) {
    weighted[label] += weight * (error * error)
  }

  /// Adds rows that count once, `cells[row * labels + label]`, and have none of the labels.
  mutating func addCells(_ cells: UnsafeBufferPointer<Double>) {
    let width = exact.count
    // Two labels at a time.
    guard let start = cells.baseAddress else { return }
    let rows = cells.count / width
    for label in stride(from: 0, to: width, by: 2) {
      var lanes = ExactLanes()
      var cell = start + label
      let next = label + 1 < width ? 1 : 0
      for _ in 0..<rows {
        let pair = SIMD2(cell[0], cell[next])
        lanes.add(pair * pair)
        cell += width
      }
      exact[label].merge(lanes, lane: 0, count: rows)
      if next == 1 { exact[label + 1].merge(lanes, lane: 1, count: rows) }
    }
  }

  /// Says that rows which count once, and have been added, have labels.
  mutating func addHits(_ cells: [TrueCell]) {
    exact.withUnsafeMutableBufferPointer { exact in
      for cell in cells {
        let miss = 1 - cell.probability
        var lanes = ExactLanes()
        lanes.add(SIMD2(miss * miss, -(cell.probability * cell.probability)))
        exact[cell.label].merge(lanes, lane: 0, count: 1)
        exact[cell.label].merge(lanes, lane: 1, count: 1)
      }
    }
  }
}
