import Markup

/// A sum of weights in JSON: a whole number without a fraction, `12` and not `12.0`.
struct WeightNumber: JSONWritable, Hashable {
  private let value: Double

  /// The number for `value`.
  init(_ value: Double) {
    self.value = value
  }

  func write(to json: inout JSONWriter) {
    if let whole = Int(exactly: value) {
      whole.write(to: &json)
    } else {
      value.write(to: &json)
    }
  }
}
