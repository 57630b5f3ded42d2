import RunModel

/// The order of a metric's points.
enum MLflowPoints {
  /// `points` by step, then time, then value, as MLflow finds the latest; NaN counts as 0 there, as in its database.
  ///
  /// Where all points are at step 0, they have none: MLflow writes 0 where no step was given. A single one is then no
  /// history, and several follow one another by time.
  ///
  /// - Complexity: O(n log n), O(n) where the points are in order.
  static func arranged(_ points: [MetricPoint]) -> [MetricPoint] {
    var arranged = points
    if !zip(points, points.dropFirst()).allSatisfy({ !precedes($1, $0) }) {
      arranged = points.enumerated().sorted { left, right in
        if precedes(left.element, right.element) { return true }
        return !precedes(right.element, left.element) && left.offset < right.offset
      }.map(\.element)
    }
    guard arranged.allSatisfy({ $0.step == 0 }) else { return arranged }
    for index in arranged.indices { arranged[index].step = nil }
    return arranged
  }

  private static func precedes(_ left: MetricPoint, _ right: MetricPoint) -> Bool {
    let steps = (left.step ?? .min, right.step ?? .min)
    if steps.0 != steps.1 { return steps.0 < steps.1 }
    let times = (left.timestamp?.microseconds ?? .min, right.timestamp?.microseconds ?? .min)
    if times.0 != times.1 { return times.0 < times.1 }
    return (left.value.isNaN ? 0 : left.value) < (right.value.isNaN ? 0 : right.value)
  }
}
