/// The sum of a term over rows that count alike, and the sum of its squares: what the mean and its error follow from.
public struct RowMean: Hashable, Sendable {
  /// Σ x.
  public var sum: Double
  /// Σ x².
  public var squares: Double
  /// The number of rows.
  public var count: Int

  /// Sums over `count` rows.
  public init(sum: Double, squares: Double, count: Int) {
    self.sum = sum
    self.squares = squares
    self.count = count
  }

  /// So many rows with a term of 1 among `count`, of which the others have 0.
  init(ones: Double, count: Int) {
    self.init(sum: ones, squares: ones, count: count)
  }

  /// The mean; NaN without rows.
  public var mean: Double { sum / Double(count) }

  /// The standard error of the mean, √((Σ x² − (Σ x)²/n) / (n (n − 1))); nil below two rows.
  public var standardError: Double? {
    guard count > 1 else { return nil }
    let rows = Double(count)
    return (max(0, squares - sum * sum / rows) / (rows * (rows - 1))).squareRoot()
  }
}

extension RowMean {
  /// The sums over these terms, the same bits in any order, computed on all cores.
  init(_ terms: [[Double]]) {
    let largest = concurrentMap(count: terms.count) { terms[$0].reduce(0) { max($0, abs($1)) } }.max() ?? 0
    // An exact sum holds terms below 64; a power of two changes no bit but the exponent.
    let scale = largest > 0 ? Double(sign: .plus, exponent: -max(largest.exponent, -1000), significand: 1) : 1
    let parts = concurrentMap(count: terms.count) { part in
      var sums = (terms: ExactSum(), squares: ExactSum())
      for term in terms[part] {
        let scaled = term * scale
        sums.terms.add(scaled)
        sums.squares.add(scaled * scaled)
      }
      return sums
    }
    let (sum, squares) = parts.reduce(into: (ExactSum(), ExactSum())) { sums, part in
      sums.0.merge(part.terms)
      sums.1.merge(part.squares)
    }
    self.init(
      sum: sum.value / scale, squares: squares.value / scale / scale, count: terms.reduce(0) { $0 + $1.count }
    )
  }
}
