import Foundation

/// Spearman's rank correlation: whether one number tends to rise with another, −1...1.
///
/// Equal values share the mean of their ranks. The interval is Fisher's transformation with the standard error
/// √((1 + ρ²/2)/(*n* − 3)) of Bonett and Wright (2000, Psychometrika 65). For 5 to 7 runs it excludes 0 only where the
/// exact test would also reject at 5 %.
struct RankCorrelation: Hashable, Sendable {
  /// The correlation.
  let rho: Double
  /// How many points it rests on.
  let count: Int

  /// The correlation of x and y; nothing for fewer than 2 points or where one of the two never changes.
  init?(_ points: [Point]) {
    let (first, second) = (Self.ranks(points.map(\.x)), Self.ranks(points.map(\.y)))
    let mean = Double(points.count + 1) / 2
    var (product, left, right) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
      product += (x - mean) * (y - mean)
      left += (x - mean) * (x - mean)
      right += (y - mean) * (y - mean)
    }
    guard left > 0, right > 0 else { return nil }
    let rho = product / (left * right).squareRoot()
    self.rho = rho.magnitude > 1 - 1e-12 ? (rho < 0 ? -1 : 1) : rho
    count = points.count
  }

  /// The 95 % interval; nothing for fewer than 5 points, and where all points keep one order.
  var interval: (low: Double, high: Double)? {
    guard count >= Self.leastCount, rho.magnitude < 1 else { return nil }
    let reach = 1.959964 * ((1 + rho * rho / 2) / Double(count - 3)).squareRoot()
    return (tanh(atanh(rho) - reach), tanh(atanh(rho) + reach))
  }

  /// Whether the interval excludes 0, or all points keep one order.
  var isClear: Bool {
    guard count >= Self.leastCount else { return false }
    return interval.map { $0.low > 0 || $0.high < 0 } ?? true
  }

  /// With fewer points even a perfect order comes by chance more than once in 20 times: 2 in 4! = 24.
  static let leastCount = 5

  /// The rank of each value, from 1; equal values share the mean of theirs.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
