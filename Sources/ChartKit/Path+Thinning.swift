extension Path {
  /// The points of a line that a reader can tell apart.
  ///
  /// Points closer than `distance` to the last one kept are left out, and so are those in the middle of a horizontal
  /// or vertical run. Ends are kept, and so is a point that is not finite, since it breaks the line.
  static func thinned(_ points: [Point], distance: Double = 0.2) -> [Point] {
    var kept: [Point] = []
    for (position, point) in points.enumerated() {
      guard let last = kept.last, point.isFinite, last.isFinite else {
        kept.append(point)
        continue
      }
      let isEnd = position == points.count - 1
      let isNear = (point.x - last.x).magnitude < distance && (point.y - last.y).magnitude < distance
      if isNear, !isEnd { continue }
      if kept.count > 1, isStraight(kept[kept.count - 2], last, point) { kept.removeLast() }
      kept.append(point)
    }
    return kept
  }

  /// The points of a line that runs to the right, at most four for each column one unit wide.
  ///
  /// Each column keeps its first, lowest, highest and last point, which draw the same picture as all of them.
  /// Points that are not finite are kept, since they break the line.
  static func condensed(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    var column: [Point] = []
    func keptOfColumn() -> [Point] {
      guard column.count > 4 else { return column }
      let lowest = column.indices.max { column[$0].y < column[$1].y } ?? 0
      let highest = column.indices.min { column[$0].y < column[$1].y } ?? 0
      return Set([0, lowest, highest, column.count - 1]).sorted().map { column[$0] }
    }
    for point in points {
      if let first = column.first, !point.isFinite || point.x.rounded(.down) != first.x.rounded(.down) {
        kept += keptOfColumn()
        column.removeAll()
      }
      if point.isFinite { column.append(point) } else { kept.append(point) }
    }
    return kept + keptOfColumn()
  }

  /// The points of a line that it cannot do without: all others lie within `tolerance` of what is left.
  ///
  /// Ends are kept (Douglas and Peucker 1973, The Canadian Cartographer 10). A tenth of a unit is a fourth of a thousandth of
  /// a figure's side, so that no area in it changes by more.
  ///
  /// - Precondition: All points are finite.
  /// - Complexity: O(*n* log *n*), at worst O(*n*²), for *n* points.
  static func simplified(_ points: [Point], tolerance: Double = 0.1) -> [Point] {
    guard points.count > 2 else { return points }
    var isKept = [Bool](repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var open = [(first: 0, last: points.count - 1)]
    while let part = open.popLast() {
      var furthest = (index: part.first, distance: tolerance)
      for index in part.first + 1..<max(part.last, part.first + 1) {
        let distance = distance(of: points[index], from: points[part.first], to: points[part.last])
        if distance > furthest.distance { furthest = (index, distance) }
      }
      guard furthest.index > part.first else { continue }
      isKept[furthest.index] = true
      open.append((part.first, furthest.index))
      open.append((furthest.index, part.last))
    }
    return points.indices.filter { isKept[$0] }.map { points[$0] }
  }

  /// How far a point is from the straight line between two others.
  private static func distance(of point: Point, from start: Point, to end: Point) -> Double {
    let (width, height) = (end.x - start.x, end.y - start.y)
    let square = width * width + height * height
    let part = square > 0 ? ((point.x - start.x) * width + (point.y - start.y) * height) / square : 0
    let held = min(max(part, 0), 1)
    let (x, y) = (start.x + held * width - point.x, start.y + held * height - point.y)
    return (x * x + y * y).squareRoot()
  }

  /// Whether the middle point lies between the others on one horizontal or vertical line.
  private static func isStraight(_ first: Point, _ middle: Point, _ last: Point) -> Bool {
    if first.y == middle.y, middle.y == last.y { return (first.x <= middle.x) == (middle.x <= last.x) }
    if first.x == middle.x, middle.x == last.x { return (first.y <= middle.y) == (middle.y <= last.y) }
    return false
  }
}
