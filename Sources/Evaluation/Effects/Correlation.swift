/// How far two numbers rise and fall together.
enum Correlation {
  /// Pearson's correlation, −1...1; nil for fewer than two pairs or where one of the two never changes.
  ///
  /// r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²). Both are scaled first, so that no finite number overflows.
  ///
  /// ```swift
  /// Correlation.pearson([1, 2, 3], [1, 2, 4])  // 0.98198…
  /// ```
  static func pearson(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.count > 1, let left = centred(x), let right = centred(y) else { return nil }
    var (product, first, second) = (0.0, 0.0, 0.0)
    for (x, y) in zip(left, right) {
      product += x * y
      first += x * x
      second += y * y
    }
    let scale = first.squareRoot() * second.squareRoot()
    guard scale > 0 else { return nil }
    return min(1, max(-1, product / scale))
  }

  /// Spearman's correlation: Pearson's of the ranks, equal values at the mean of theirs; nil as ``pearson(_:_:)``.
  static func spearman(doubledRanks x: [Int], _ y: [Int]) -> Double? {
    pearson(x.map(Double.init), y.map(Double.init))
  }

  /// The distances from the mean, on a scale where the largest value is 1; nil where all values are equal.
  private static func centred(_ values: [Double]) -> [Double]? {
    guard let first = values.first, values.contains(where: { $0 != first }),
      let largest = values.map(\.magnitude).max(), largest > 0
    else { return nil }
    let scaled = values.map { $0 / largest }
    let mean = scaled.reduce(0, +) / Double(scaled.count)
    return scaled.map { $0 - mean }
  }
}
