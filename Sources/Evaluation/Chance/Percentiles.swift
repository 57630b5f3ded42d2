/// Percentiles of resampled values.
enum Percentiles {
  /// The value below which the share `share` of sorted values lies, interpolated linearly as numpy does by default.
  ///
  /// - Precondition: `sorted` ascends and is not empty; `share` is from 0 to 1.
  static func value(_ share: Double, ofSorted sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    let (low, high, part) = (sorted[below], sorted[above], place - Double(below))
    // From the nearer end, so that the result never leaves the two.
    return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part)
  }

  /// What the middle 95 % of the values span: from the 2.5th to the 97.5th percentile; nil without values.
  ///
  /// ```swift
  /// Percentiles.middle95((0...1000).map(Double.init))  // 25 and 975
  /// ```
  ///
  /// - Complexity: O(*n* log *n*).
  static func middle95(_ values: [Double]) -> (low: Double, high: Double)? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return (value(0.025, ofSorted: sorted), value(0.975, ofSorted: sorted))
  }
}
