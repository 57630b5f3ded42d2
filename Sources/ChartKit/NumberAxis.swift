import Foundation
import Markup

/// An axis of numbers: linear with whole ticks, or logarithmic where positive values span several decades.
struct NumberAxis: Hashable, Sendable {
  /// The domain of places: of values, or of their exponents.
  let domain: Domain
  /// Whether places are exponents.
  let isLogarithmic: Bool
  /// The places of the ticks.
  let places: [Double]
  /// Their labels.
  let labels: [String]
  /// What the title adds: that the axis is logarithmic, or that it does not start at 0.
  let remark: String

  /// An axis for the finite ones of `values`; shares keep within 0...1.
  ///
  /// - Parameters:
  ///   - values: what is to be placed.
  ///   - count: about how many ticks there are.
  ///   - ratio: by how many times the largest must exceed the smallest for a logarithmic axis; values of 0 or less
  ///     make it linear.
  ///   - margin: by what part of its length the axis reaches over its ends, so that marks there are not cut.
  init(_ values: some Sequence<Double>, count: Int, logarithmicFrom ratio: Double, margin: Double = 0) {
    let finite = values.filter(\.isFinite)
    let extent = Domain(of: finite)
    // Three steps of 10 are 100.00000000000001 or 99.99999999999999 times apart.
    if !finite.isEmpty, extent.low > 0, extent.high / extent.low >= ratio * (1 - 1e-12),
      let scale = LogScale(extent)
    {
      let exponents = scale.exponents
      domain = exponents.widened(by: margin)
      isLogarithmic = true
      let ticks = scale.ticks(count: max(count, 1))
      places = ticks.map(LogScale.exponent)
      labels = ticks.map(LogScale.label)
      remark = ", logarithmic"
      return
    }
    let isShare = finite.allSatisfy { (0...1).contains($0) }
    let rounded = extent.rounded(count: count)
    let whole = isShare ? rounded.clamped(to: .unit) : rounded
    domain = whole.widened(by: margin)
    let ticks = Ticks(whole, count: count)
    isLogarithmic = false
    places = ticks.values
    labels = ticks.labels
    let start = ticks.values.first ?? 0
    remark = start == 0 ? "" : "; the axis starts at \(ticks.label(start))"
  }

  /// The place of a value; not a number for what has none.
  func place(_ value: Double) -> Double { isLogarithmic ? LogScale.exponent(value) : value }
}
