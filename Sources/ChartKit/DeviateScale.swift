import Foundation

/// From rates to normal deviates: a rate stands where a standard normal value exceeds it no more often than that.
enum DeviateScale {
  /// The value that a standard normal one is below with probability `rate`; −∞ for 0, ∞ for 1.
  ///
  /// Found by halving, to 1e-12: exact for any drawing, and the error function is all it needs.
  static func deviate(_ rate: Double) -> Double {
    guard rate > 0 else { return -.infinity }
    guard rate < 1 else { return .infinity }
    var (low, high) = (-9.0, 9.0)
    for _ in 0..<64 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle / 2.0.squareRoot()) < rate { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The rates that an axis may label, symmetric around one half.
  private static let rates = [0.0001, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 0.9999]

  /// An axis from the largest labelled rate that is at most `smallest` to 1 less it, with ticks at the rates between.
  static func axis(_ title: String, smallest: Double) -> SquarePlot.Axis {
    let end = rates.last { $0 <= max(smallest, 0.0001) && $0 < 0.05 } ?? 0.01
    let shown = rates.filter { $0 >= end - 1e-12 && $0 <= 1 - end + 1e-12 }
    return SquarePlot.Axis(
      title, Domain(low: deviate(end), high: deviate(1 - end)), values: shown.map(deviate),
      labels: shown.map { "\($0)" })
  }
}
