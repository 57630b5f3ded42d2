import Foundation
import Markup

/// The bins of a histogram, of equal width.
struct HistogramBins: Hashable, Sendable {
  /// Where the first bin begins.
  let start: Double
  /// How wide a bin is.
  let width: Double
  /// How many bins there are.
  let count: Int
  /// Whether each bin holds one whole number.
  let areWhole: Bool

  /// The bins for finite `values`.
  ///
  /// A width that the file gives is taken, and so is the largest number of bins that it allows. Otherwise whole numbers over at
  /// most 50 have a bin each, and for others the width is that of Freedman and Diaconis (1981), `2 · IQR / ∛n`, for
  /// about 5 to 50 bins, rounded to 1, 2 or 5 times a power of ten.
  ///
  /// - Precondition: There are values.
  init(
    _ values: [Double], start: Double? = nil, end: Double? = nil, width: Double? = nil, most: Double? = nil
  )
    throws(PlotlyRefusal)
  {
    let sorted = values.sorted()
    let (low, high) = (sorted[0], sorted[sorted.count - 1])
    if width == nil, most == nil, high - low <= 50, sorted.allSatisfy({ $0.rounded() == $0 }) {
      (self.start, self.width, areWhole) = (low - 0.5, 1, true)
      count = Int(high - low) + 1
      return
    }
    areWhole = false
    let size: Double
    if let width, width > 0 {
      size = width
    } else if let most, most >= 1 {
      size = Self.rounded(Self.spread(low, high) / min(most, 400))
    } else {
      let quartiles = (sorted[sorted.count / 4], sorted[min(sorted.count - 1, sorted.count * 3 / 4)])
      let ideal = 2 * (quartiles.1 - quartiles.0) / cbrt(Double(sorted.count))
      let span = Self.spread(low, high)
      size = Self.nearest(min(max(ideal, span / 50), span / 5))
    }
    let first = start ?? (low / size).rounded(.down) * size
    let last = width == nil ? high : max(first, end ?? high)
    // A value on the last edge belongs to the last bin.
    let steps = ((last - first) / size - 1e-9).rounded(.up)
    guard size.isFinite, first.isFinite, steps <= Double(PlotlyChart.slotLimit) else {
      throw PlotlyRefusal(reason: "a histogram of more than \(PlotlyChart.slotLimit) bins is not drawn")
    }
    (self.start, self.width) = (first, size)
    count = max(1, Int(steps))
  }

  /// The bin of a value; nothing outside all bins.
  func index(of value: Double) -> Int? {
    let place = (value - start) / width
    guard place > -1e-9, place < Double(count) + 1e-9 else { return nil }
    // What differs from an edge by its last digits only lies on it.
    let nearest = place.rounded()
    let bin = (place - nearest).magnitude < 1e-9 ? nearest : place.rounded(.down)
    return min(count - 1, max(0, Int(bin)))
  }

  /// The middle of a bin.
  func center(_ index: Int) -> Double { start + (Double(index) + 0.5) * width }

  /// A bin in words: its bounds, or its whole number.
  func name(_ index: Int) -> String {
    if areWhole { return NumberText.fixed(center(index), decimals: 0) }
    let ends = [start + Double(index) * width, start + Double(index + 1) * width]
    return ends.map(edgeText).joined(separator: " to ")
  }

  private func edgeText(_ value: Double) -> String {
    var power = 1.0
    for decimals in 0...6 {
      let (scaled, origin) = (width * power, start * power)
      if (scaled - scaled.rounded()).magnitude < 1e-6 * scaled,
        (origin - origin.rounded()).magnitude < 1e-6 * scaled
      {
        return NumberText.fixed(value, decimals: decimals)
      }
      power *= 10
    }
    return NumberText.significant(value)
  }

  /// How far values reach; a single one has a bin around it.
  private static func spread(_ low: Double, _ high: Double) -> Double {
    let least = max(low.magnitude, high.magnitude) * 1e-6
    return high - low > least ? high - low : max(least, 1e-290) * 10
  }

  /// The 1, 2 or 5 times a power of ten whose ratio to `width` is nearest to 1.
  private static func nearest(_ width: Double) -> Double {
    let (power, rest) = split(width)
    return power
      * (rest < 2.0.squareRoot() ? 1 : rest < 10.0.squareRoot() ? 2 : rest < 50.0.squareRoot() ? 5 : 10)
  }

  /// The next larger 1, 2 or 5 times a power of ten.
  private static func rounded(_ width: Double) -> Double {
    let (power, rest) = split(width)
    return power * (rest <= 1.000_001 ? 1 : rest <= 2.000_001 ? 2 : rest <= 5.000_001 ? 5 : 10)
  }

  /// A power of ten and how many of it, from 1 to 10, a width is.
  private static func split(_ width: Double) -> (power: Double, rest: Double) {
    var (power, rest) = (1.0, max(width, 1e-290))
    while rest >= 10 { (power, rest) = (power * 10, rest / 10) }
    while rest < 1 { (power, rest) = (power / 10, rest * 10) }
    return (power, rest)
  }
}
