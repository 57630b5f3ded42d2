import Evaluation
import Markup

/// The members `metrics` and `intervals` of some results.
struct MetricList {
  private let metrics: [MetricResult]

  /// The members for `metrics`.
  init(_ metrics: [MetricResult]) {
    self.metrics = metrics
  }

  /// Writes both into the object that is open.
  func writeMembers(to json: inout JSONWriter) {
    json.member(
      "metrics",
      OneLineJSON { json in
        json.object { json in
          for metric in metrics { json.member(metric.name, metric.value.number) }
        }
      })
    json.member(
      "intervals",
      OneLineJSON { json in
        json.object { json in
          for metric in metrics {
            guard let interval = metric.interval.interval else { continue }
            json.member(metric.name) { Self.write(interval, to: &$0) }
          }
        }
      })
  }

  /// Writes `{low, high, method, n}`.
  static func write(_ interval: Interval, to json: inout JSONWriter) {
    json.object { json in
      json.member("low", interval.low)
      json.member("high", interval.high)
      json.member("method", interval.method.rawValue)
      json.member("n", interval.count)
    }
  }
}
