import Foundation

/// The distance between ticks: 1, 2 or 5 times a power of ten.
///
/// As in d3-array: the factor changes where the ideal step passes the geometric mean of two neighbours (√2, √10, √50),
/// and steps below 1 are reached by dividing by their inverse, which is a whole number, so that three steps of 0.1
/// are 0.3 and not 0.30000000000000004.
struct TickStep: Hashable, Sendable {
  /// 1, 2 or 5.
  let factor: Double
  /// The power of ten.
  let exponent: Int

  /// The step that gives about `count` ticks over `domain`.
  init(_ domain: Domain, count: Int) {
    let ideal = domain.span / Double(max(1, count))
    // A step must change the numbers it is added to.
    let smallest = 1e-12 * max(domain.low.magnitude, domain.high.magnitude)
    let step = max(ideal, smallest, 1e-290)
    var exponent = Int(log10(step).rounded(.down))
    let lead = step / pow(10, Double(exponent))
    switch lead {
    case 50.0.squareRoot()...:
      factor = 1
      exponent += 1
    case 10.0.squareRoot()...: factor = 5
    case 2.0.squareRoot()...: factor = 2
    default: factor = 1
    }
    self.exponent = exponent
  }

  /// How many decimals its multiples need.
  var decimals: Int { min(max(0, -exponent), 15) }

  /// The `index`-th multiple.
  func value(at index: Double) -> Double {
    exponent < 0
      ? index / (pow(10, Double(-exponent)) / factor) : index * (factor * pow(10, Double(exponent)))
  }

  /// The largest multiple that is not above `value`, by its index.
  func index(below value: Double) -> Double {
    let nearest = (value / self.value(at: 1)).rounded()
    return self.value(at: nearest) > value ? nearest - 1 : nearest
  }

  /// The smallest multiple that is not below `value`, by its index.
  func index(above value: Double) -> Double {
    let nearest = (value / self.value(at: 1)).rounded()
    return self.value(at: nearest) < value ? nearest + 1 : nearest
  }

  /// All multiples within `domain`, from low to high.
  func ticks(in domain: Domain) -> [Double] {
    let (first, last) = (index(above: domain.low), index(below: domain.high))
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { value(at: first + Double($0)) }
  }
}
