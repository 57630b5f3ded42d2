/// The marker of a series in a plot of points: a shape of its own for each of the seven colours.
enum PointSign: Int, Hashable, Sendable, CaseIterable {
  case disc = 1
  case diamond, square, triangle, cross, hangingTriangle, plus

  /// The sign of a series by its slot, from 1; beyond the seventh all are discs, in grey.
  init(slot: Int) {
    self = PointSign(rawValue: slot) ?? .disc
  }

  /// The signs around `points` as one mark, as large to the eye as discs of this radius.
  func marks(at points: [Point], radius: Double, slot: Int) -> Mark {
    let isColored = (1...Palette.seriesCount).contains(slot)
    let role: Stroke.Role = isColored ? .series(slot) : .context
    switch self {
    case .disc: return .shape(.dots(points), Style(stroke: Stroke(role, width: 2 * radius)), title: nil)
    case .cross, .plus:
      var path = Path()
      let reach = self == .cross ? 0.95 * radius : 1.25 * radius
      for point in points {
        let arms =
          self == .cross
          ? [(Point(-reach, -reach), Point(reach, reach)), (Point(-reach, reach), Point(reach, -reach))]
          : [(Point(-reach, 0), Point(reach, 0)), (Point(0, -reach), Point(0, reach))]
        for (from, to) in arms {
          path.append([Point(point.x + from.x, point.y + from.y), Point(point.x + to.x, point.y + to.y)])
        }
      }
      return .shape(.path(path), Style(stroke: Stroke(role, width: max(1, 0.5 * radius))), title: nil)
    case .diamond, .square, .triangle, .hangingTriangle:
      var path = Path()
      path.chains = points.map { point in
        Path.Chain(
          points: corners(radius).map { Point(point.x + $0.x, point.y + $0.y) }, isClosed: true)
      }
      return .shape(.path(path), Style(fill: isColored ? .series(slot) : .context), title: nil)
    }
  }

  /// The corners around the middle, for the shapes that have any.
  private func corners(_ radius: Double) -> [Point] {
    let (edge, reach) = (0.89 * radius, 1.3 * radius)
    return switch self {
    case .diamond: [Point(0, -reach), Point(reach, 0), Point(0, reach), Point(-reach, 0)]
    case .square: [Point(-edge, -edge), Point(edge, -edge), Point(edge, edge), Point(-edge, edge)]
    case .triangle: [Point(0, -reach), Point(reach, 0.8 * reach), Point(-reach, 0.8 * reach)]
    case .hangingTriangle: [Point(0, reach), Point(reach, -0.8 * reach), Point(-reach, -0.8 * reach)]
    case .disc, .cross, .plus: []
    }
  }
}
