import RunModel

/// The order of a metric's points.
enum MLflowPoints {
  /// `points` by step, then time; those that have both in common stay in the order in which they were logged.
  ///
  /// The last one is MLflow's latest: of several that share the last step and time the one with the largest value, NaN
  /// counting as 0, as in its database. Where all points are at step 0, they have none: MLflow writes 0 where no step
  /// was given. A single one is then no history, and several follow one another by time.
  ///
  /// - Complexity: O(n log n), O(n) where the points are in order.
  static func arranged(_ points: [MetricPoint]) -> [MetricPoint] {
    var arranged = points
    if !zip(points, points.dropFirst()).allSatisfy({ key($0) <= key($1) }) {
      arranged = points.enumerated().sorted { left, right in
        let keys = (key(left.element), key(right.element))
        return keys.0 == keys.1 ? left.offset < right.offset : keys.0 < keys.1
      }.map(\.element)
    }
    moveLatestToEnd(&arranged)
    guard arranged.allSatisfy({ $0.step == 0 }) else { return arranged }
    for index in arranged.indices { arranged[index].step = nil }
    return arranged
  }

  private static func key(_ point: MetricPoint) -> (Int, Int64) {
    (point.step ?? .min, point.timestamp?.microseconds ?? .min)
  }

  private static func moveLatestToEnd(_ points: inout [MetricPoint]) {
    guard let last = points.last else { return }
    var latest = points.count - 1
    for index in points.indices.reversed() {
      guard key(points[index]) == key(last) else { break }
      if rank(points[index]) > rank(points[latest]) { latest = index }
    }
    if latest < points.count - 1 { points.append(points.remove(at: latest)) }
  }

  /// What decides between points of one step and time: the value, NaN counting as 0.
  static func rank(_ point: MetricPoint) -> Double { point.value.isNaN ? 0 : point.value }
}
