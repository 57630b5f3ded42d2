/// The median and the quartiles of some values.
///
/// Quartiles between two values are interpolated, as R (type 7) and NumPy do by default.
struct Quartiles: Hashable, Sendable {
  /// The value that a quarter of the values lie below.
  let lower: Double
  /// The middle.
  let median: Double
  /// The value that a quarter of the values lie above.
  let upper: Double
  /// How many values there are.
  let count: Int

  /// The quartiles of finite values; nothing without any.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func value(at share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let rest = place - Double(below)
      return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest
    }
    (lower, median, upper, count) = (value(at: 0.25), value(at: 0.5), value(at: 0.75), sorted.count)
  }
}
