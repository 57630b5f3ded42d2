import Evaluation
import Markup

/// How paired differences and their p-values are written.
package enum PairedText {
  /// The interval of a difference: in points for proportions, else in the metric's own unit.
  static func interval(_ interval: Interval, isProportion: Bool) -> String {
    let factor = isProportion ? 100.0 : 1
    let widest = max(abs(interval.low), abs(interval.high))
    let decimals = isProportion ? 1 : NumberText.decimals(score: widest)
    return NumberText.interval(
      factor * interval.low, factor * interval.high, decimals: decimals, isDifference: true)
  }

  /// A p-value in three significant digits, 1 as it is; `< 10⁻³⁰⁰` where a double holds no digits of it.
  package static func pValue(_ p: Double) -> String {
    if p < 1e-300 { return "< 10⁻³⁰⁰" }
    return p == 1 ? "1" : NumberText.significant(p)
  }

  /// A p-value as a sentence has it: `p = 0.00300`, `p < 10⁻³⁰⁰`.
  package static func equation(_ p: Double) -> String {
    p < 1e-300 ? "p \(pValue(p))" : "p = \(pValue(p))"
  }
}
