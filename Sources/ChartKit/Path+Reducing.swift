extension Path {
  /// At most about `limit` points of a line that draw nearly the same picture, whatever the line does.
  ///
  /// Gaps that would be narrower than a unit are closed. A line that runs to the right keeps the extremes of each
  /// column; any other keeps its bends and, where these are too many, every so manieth point.
  static func reduced(_ points: [Point], runsToTheRight: Bool, limit: Int) -> [Point] {
    let closed = withoutNarrowGaps(points)
    let bent = thinned(runsToTheRight ? condensed(closed) : closed)
    guard bent.count > limit else { return bent }
    let step = (bent.count + limit - 1) / limit
    var kept: [Point] = []
    var hasGap = false
    for (position, point) in bent.enumerated() {
      guard point.isFinite else {
        hasGap = true
        continue
      }
      guard position % step == 0 else { continue }
      if hasGap { kept.append(Point(.nan, .nan)) }
      hasGap = false
      kept.append(point)
    }
    return kept
  }

  /// At most about `limit` of the points, of which no two share a square of a grid that is as fine as that allows.
  ///
  /// The first point in each square is kept, so that the outline of a cloud and every outlier stay.
  static func spread(_ points: [Point], limit: Int) -> [Point] {
    var size = 0.5
    var kept = points
    repeat {
      var taken: Set<Point> = []
      kept = kept.filter { taken.insert(Point(($0.x / size).rounded(), ($0.y / size).rounded())).inserted }
      size *= 2
    } while kept.count > limit && size < 64
    return kept
  }

  /// The points without gaps whose ends lie within one unit of each other.
  private static func withoutNarrowGaps(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    var hasGap = false
    for point in points {
      guard point.isFinite else {
        hasGap = true
        continue
      }
      if hasGap, let last = kept.last,
        (point.x - last.x).magnitude > 1 || (point.y - last.y).magnitude > 1
      {
        kept.append(Point(.nan, .nan))
      }
      hasGap = false
      kept.append(point)
    }
    return kept
  }
}
