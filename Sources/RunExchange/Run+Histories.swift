import Diagnostics
import RunModel

extension Run {
  /// Sets a metric from its logged points, in the order in which they were logged.
  ///
  /// The run's metric is the last by (step, time), of equals the one logged last. A single point without a step is a
  /// metric without history; no points change nothing.
  ///
  /// - Complexity: O(n log n), O(n) where the points are in order.
  mutating func setMetric(_ name: ExactString, points: [MetricPoint]) {
    guard !points.isEmpty else { return }
    func key(_ point: MetricPoint) -> (Int, Int64) {
      (point.step ?? .min, point.timestamp?.microseconds ?? .min)
    }
    var sorted = points
    if !zip(points, points.dropFirst()).allSatisfy({ key($0) <= key($1) }) {
      sorted = points.enumerated().sorted { left, right in
        let keys = (key(left.element), key(right.element))
        return keys.0 == keys.1 ? left.offset < right.offset : keys.0 < keys.1
      }.map(\.element)
    }
    if let last = sorted.last { metrics[name] = .real(last.value) }
    if sorted.count > 1 || sorted[0].step != nil { histories[name] = sorted }
  }
}
