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

  /// Whether the middle point lies between the others on one horizontal or vertical line.
  private static func isStraight(_ first: Point, _ middle: Point, _ last: Point) -> Bool {
    if first.y == middle.y, middle.y == last.y { return (first.x <= middle.x) == (middle.x <= last.x) }
    if first.x == middle.x, middle.x == last.x { return (first.y <= middle.y) == (middle.y <= last.y) }
    return false
  }
}
