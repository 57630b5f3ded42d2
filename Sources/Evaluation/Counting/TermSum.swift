/// A sum over rows: exact while rows are unweighted, else in the order in which it is built.
struct TermSum: Hashable, Sendable {
  private var exact = ExactSum()
  /// Σ x² 2⁻⁶ over unweighted rows, so that the terms stay below 64 as theirs do.
  private var squares = ExactSum()
  private var weighted = 0.0

  /// Adds the term of a row that counts once.
  mutating func add(_ term: Double) {
    // Both at once.
    var lanes = ExactLanes()
    lanes.add(SIMD2(term, term * term * 0x1p-6))
    exact.merge(lanes, lane: 0, count: 1)
    squares.merge(lanes, lane: 1, count: 1)
  }

  /// Adds the terms of rows that count once each, with the same bits as one after another, but faster.
  @inline(__always)
  mutating func add(_ terms: some Collection<Double>) {
    var lanes = ExactLanes()
    for term in terms { lanes.add(SIMD2(term, term * term * 0x1p-6)) }
    exact.merge(lanes, lane: 0, count: terms.count)
    squares.merge(lanes, lane: 1, count: terms.count)
  }

  /// Adds the term of a row that counts `weight` times.
  mutating func add(_ term: Double, weight: Double) {
    weighted += term * weight
  }

  /// Adds the terms of later rows.
  mutating func merge(_ other: TermSum) {
    exact.merge(other.exact)
    squares.merge(other.squares)
    weighted += other.weighted
  }

  /// The sum.
  var value: Double { exact.value + weighted }

  /// What the mean over `count` unweighted rows and its error follow from.
  func mean(count: Int) -> RowMean {
    RowMean(sum: exact.value, squares: squares.value * 0x1p6, count: count)
  }
}
