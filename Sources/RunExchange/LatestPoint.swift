import RunModel

/// Keeps the latest point of a history that is cut.
///
/// Where a metric has more points than are kept, the first stay and the last of those kept is the latest of all, so that
/// the run's metric is what it would be if nothing were left out. What lies between is left out.
struct LatestPoint {
  /// Whether a point that was logged later comes behind another one.
  let isBehind: @Sendable (_ later: MetricPoint, _ earlier: MetricPoint) -> Bool

  /// By step, then time; of equals the one logged last.
  static let logged = LatestPoint { key($0) >= key($1) }

  /// By step, then time; of equals the one with the largest value, as MLflow has it.
  static let valued = LatestPoint { later, earlier in
    let keys = (key(later), key(earlier))
    return keys.0 == keys.1 ? MLflowPoints.rank(later) >= MLflowPoints.rank(earlier) : keys.0 > keys.1
  }

  /// Moves the latest of `points` behind the others; no points, no change.
  ///
  /// This is to be done once, when there is no more room.
  func moveToEnd(of points: inout [MetricPoint]) {
    guard var latest = points.indices.first else { return }
    for index in points.indices where isBehind(points[index], points[latest]) { latest = index }
    if latest < points.count - 1 { points.append(points.remove(at: latest)) }
  }

  /// Puts a point for which there is no room in the place of the last one, if it comes behind that.
  func replace(_ point: MetricPoint, in points: inout [MetricPoint]) {
    guard let last = points.last, isBehind(point, last) else { return }
    points[points.count - 1] = point
  }

  private static func key(_ point: MetricPoint) -> (Int, Int64) {
    (point.step ?? .min, point.timestamp?.microseconds ?? .min)
  }
}
