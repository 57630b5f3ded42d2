/// A number as it was written and as the nearest double.
package struct JSONNumber: Hashable, Sendable {
  /// The source text, such as `1.0` or `NaN`: what a table shows and what keeps `0.90` apart from `0.9`.
  package let text: String
  /// The double nearest to the text; not a number or infinite for `NaN`, `Infinity` and `-Infinity`.
  package let value: Double

  /// A number of this text and value.
  package init(text: String, value: Double) {
    self.text = text
    self.value = value
  }

  /// The whole number that the text writes without point or exponent, if it fits.
  package var integer: Int? { Int(text) }
}
