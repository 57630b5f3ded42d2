import Foundation
import Markup

/// Decades at equal distances, for positive values that span several.
struct LogScale: Hashable, Sendable {
  /// The values; both ends are positive.
  let domain: Domain

  /// A scale for positive values; nothing if `domain` holds others.
  init?(_ domain: Domain) {
    guard domain.low > 0 else { return nil }
    self.domain = domain
  }

  /// The domain of the values' exponents, on which places are linear.
  var exponents: Domain { Domain(low: log10(domain.low), high: log10(domain.high)) }

  /// The exponent of a positive value; not a number for others.
  static func exponent(_ value: Double) -> Double { value > 0 ? log10(value) : .nan }

  /// The value of an exponent, held to what a number can be.
  static func power(_ exponent: Double) -> Double { pow(10, min(max(exponent, -300), 300)) }

  /// The powers of ten in the domain; every second, third … one if there are more than `count`.
  func ticks(count: Int) -> [Double] {
    let first = Int((exponents.low - 1e-9).rounded(.up))
    let last = Int((exponents.high + 1e-9).rounded(.down))
    guard first <= last, count > 0 else { return [] }
    return stride(from: first, through: last, by: (last - first) / count + 1).map { pow(10, Double($0)) }
  }

  /// A power of ten as an axis prints it: `0.001`, `1`, `1,000`, and with an exponent beyond.
  static func label(_ power: Double) -> String {
    let decimals = max(0, -Int(log10(power).rounded()))
    return decimals <= 4 && power < 1e6
      ? NumberText.fixed(power, decimals: decimals) : NumberText.significant(power, digits: 1)
  }
}
