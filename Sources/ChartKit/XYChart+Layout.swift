import Markup

extension XYChart {
  /// More names than fit beside the lines.
  private static let nameLimit = 14
  private static let width = 440.0
  private static let plotHeight = 218.0

  package func drawing() -> Drawing {
    let named = namesAtEnds
    let names = named.map {
      TextWidth.clipped(series[$0].name.isEmpty ? "(empty)" : series[$0].name, to: 110)
    }
    let nameWidth = names.map { TextWidth.of($0) }.max()
    let key = SeriesKey(
      names: hasKey ? series.map(\.name) : [],
      samples: series.map { .points(hasLine: $0.form.hasLine, hasSigns: $0.form.hasPoints) },
      width: Self.width)
    let frame = frame(key, right: nameWidth.map { $0 + 26 } ?? 18)
    var marks = frame.marks(hasVerticalGrid: !series.contains(where: \.form.hasLine))
    for index in series.indices.reversed() { marks += lines(index, frame) }
    marks += signs(frame)
    marks += labels(names, named: named, frame)
    return Drawing(width: Self.width, height: frame.height, setting: .figure(.medium), marks: marks)
  }

  /// The axes, with room for markers.
  private func frame(_ key: SeriesKey, right: Double) -> AxisFrame {
    let points = series.flatMap { $0.points.filter(\.isFinite) }
    let hasSigns = series.contains(where: \.form.hasPoints)
    return AxisFrame(
      vertical: AxisLayout(
        y, values: points.map(\.y), count: Ticks.count(height: Self.plotHeight), ends: .rounded),
      horizontal: { width in
        AxisLayout(
          x, values: points.map(\.x), count: Ticks.count(width: width), ends: hasSigns ? .padded : .tight)
      },
      key: key, width: Self.width, height: Self.plotHeight, right: right)
  }

  /// Whether names can stand at the right ends of lines.
  private var areNamesAtEnds: Bool {
    !x.isReversed && series.count <= Self.nameLimit
      && series.allSatisfy { $0.form.hasLine && runsToTheRight($0) }
  }

  /// The series that are named at the right ends of their lines; one alone only if the axis does not say the same.
  private var namesAtEnds: [Int] {
    guard areNamesAtEnds else { return [] }
    if series.count == 1, series[0].name.isEmpty || series[0].name == y.title { return [] }
    return series.indices.filter { series[$0].points.contains(where: \.isFinite) }
  }

  /// Whether a key names the series.
  private var hasKey: Bool { series.count > 1 && !areNamesAtEnds }

  private func lines(_ index: Int, _ frame: AxisFrame) -> [Mark] {
    guard series[index].form.hasLine else { return [] }
    let points = Path.reduced(
      joined(series[index].points.map { frame($0) }, series[index].joint),
      runsToTheRight: runsToTheRight(series[index]),
      limit: max(500, 24_000 / series.count))
    let slot = index + 1
    let look = SeriesLook.slot(slot)
    let line = Mark.polyline(
      points, look.stroke(width: 2), title: DisplayName.inSentence(series[index].name))
    // A point between two gaps has no line: it is drawn as a dot.
    let alone = points.indices.filter { position in
      points[position].isFinite
        && !(position > 0 && points[position - 1].isFinite)
        && !(position + 1 < points.count && points[position + 1].isFinite)
    }.map { points[$0] }
    if alone.isEmpty || series[index].form.hasPoints { return [line] }
    return [line, PointSign.disc.marks(at: Path.spread(alone, limit: 500), radius: 2, slot: slot)]
  }

  /// The points of a line with the corners of its steps.
  private func joined(_ points: [Point], _ joint: Joint) -> [Point] {
    guard joint != .straight, let first = points.first else { return points }
    return [first]
      + zip(points, points.dropFirst()).flatMap { last, next in
        let corner = joint == .acrossThenUp ? Point(next.x, last.y) : Point(last.x, next.y)
        return last.isFinite && next.isFinite ? [corner, next] : [next]
      }
  }

  /// The signs of all points, smaller where there are many, and one where several would hide one another.
  private func signs(_ frame: AxisFrame) -> [Mark] {
    let shown = series.indices.filter { series[$0].form.hasPoints }
    let places = shown.map { index in series[index].points.map { frame($0) }.filter(\.isFinite) }
    let most = places.map(\.count).max() ?? 0
    let radius = most <= 60 ? 3.5 : most <= 400 ? 2.75 : most <= 2000 ? 2 : 1.5
    return zip(shown, places).reversed().filter { !$1.isEmpty }.map { index, points in
      let kept = Path.spread(points, limit: 6000 / max(1, shown.count))
      let sign = kept.count > 1500 ? .disc : PointSign(slot: index + 1)
      return sign.marks(at: kept, radius: radius, slot: index + 1)
    }
  }

  /// The names at the right ends of their lines, pushed apart, with leaders.
  private func labels(_ names: [String], named: [Int], _ frame: AxisFrame) -> [Mark] {
    let ends = named.map { index in
      series[index].points.last { frame($0).isFinite }.map { frame($0) }
        ?? Point(frame.bounds.maxX, frame.bounds.maxY)
    }
    let places = LabelPlacement.pushedApart(
      ends.map(\.y), gap: 15, low: frame.bounds.y, high: frame.bounds.maxY)
    return zip(zip(names, named), zip(ends, places)).flatMap { name, place -> [Mark] in
      let (end, y) = place
      let x = frame.bounds.maxX
      let start = series[name.1].form.hasPoints ? 6.0 : 2
      let leader = [
        Point(end.x + start, end.y), Point(max(end.x + start, x + 2), end.y), Point(x + 16, y),
      ]
      let isColored = name.1 < Palette.seriesCount
      return [
        .polyline(leader, .axis),
        .text(name.0, at: Point(x + 20, y + 4), ink: isColored ? .strong : .plain),
      ]
    }
  }
}
