/// A sum over rows: exact while rows are unweighted, else in the order in which it is built.
struct TermSum: Hashable, Sendable {
  private var exact = ExactSum()
  private var weighted = 0.0

  /// Adds the term of a row that counts once.
  mutating func add(_ term: Double) {
    exact.add(term)
  }

  /// Adds the term of a row that counts `weight` times.
  mutating func add(_ term: Double, weight: Double) {
    weighted += term * weight
  }

  /// Adds the terms of later rows.
  mutating func merge(_ other: TermSum) {
    exact.merge(other.exact)
    weighted += other.weighted
  }

  /// The sum.
  var value: Double { exact.value + weighted }
}
