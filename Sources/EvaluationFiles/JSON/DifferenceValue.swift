import Evaluation
import Markup

/// A difference of a metric in JSON: `{value, low, high, method, n, p_value, p_adjusted}`, with the reason where there is
/// no interval.
struct DifferenceValue: JSONWritable {
  private let difference: PairedDifference

  /// The value for `difference`.
  init(_ difference: PairedDifference) {
    self.difference = difference
  }

  func write(to json: inout JSONWriter) {
    let interval = difference.interval.interval
    json.object { json in
      json.member("value", difference.value.number)
      json.member("low", interval?.low)
      json.member("high", interval?.high)
      json.member("method", interval?.method.rawValue)
      json.member("n", interval?.count)
      json.member("p_value", difference.pValue)
      json.member("p_adjusted", difference.adjustedPValue)
      if let reason = difference.interval.reason { json.member("reason", reason) }
    }
  }
}
