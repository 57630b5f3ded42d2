import Markup

extension LearningCurveChart {
  /// More names than fit beside the lines.
  private static let nameLimit = 14

  package func drawing() -> Drawing {
    let named = series.indices.filter { series[$0].last != nil }.prefix(Self.nameLimit)
    let names = named.map {
      TextWidth.clipped(series[$0].name.isEmpty ? "(empty)" : series[$0].name, to: 110)
    }
    let nameWidth = names.reduce(0) { max($0, TextWidth.of($1).rounded(.up)) }
    let axis = yAxis
    let left = 12 + axis.labels.reduce(0) { max($0, TextWidth.of($1).rounded(.up)) }
    let bounds = Rectangle(x: left, y: 26, width: 440 - left - nameWidth - 26, height: 218)
    let steps = Domain(of: series.flatMap { $0.points.map(\.x) })
    let area = PlotArea(bounds, x: steps, y: axis.domain)
    var marks: [Mark] = [
      .text(
        DisplayName.axisTitle(metric, before: "↑ ", after: axis.remark, width: 436), at: Point(0, 12))
    ]
    marks += zip(axis.places, axis.labels).flatMap { value, label -> [Mark] in
      let y = area.y(value)
      return [
        .line(Point(bounds.x, y), Point(bounds.maxX, y), .grid),
        .text(label, at: Point(bounds.x - 6, y + 4), anchor: .end),
      ]
    }
    let ticks = Ticks(steps, count: Ticks.count(width: bounds.width))
    marks.append(.line(Point(bounds.x, bounds.maxY), Point(bounds.maxX, bounds.maxY), .axis))
    marks += zip(ticks.values, ticks.labels).flatMap { value, label -> [Mark] in
      let x = area.x(value)
      return [
        .line(Point(x, bounds.maxY), Point(x, bounds.maxY + 4), .axis),
        .text(label, at: Point(x, bounds.maxY + 18), anchor: .middle),
      ]
    }
    marks.append(
      .text(
        DisplayName.axisTitle(stepNoun, after: " →", width: bounds.maxX), at: Point(bounds.maxX, 282),
        anchor: .end))
    marks += lines(area, axis)
    marks += labels(names, named: Array(named), area, axis)
    return Drawing(width: 440, height: 288, setting: .figure(.medium), marks: marks)
  }

  private func lines(_ area: PlotArea, _ axis: NumberAxis) -> [Mark] {
    series.indices.reversed().map { index in
      let points = series[index].points.map { Point(area.x($0.x), area.y(axis.place($0.y))) }
      return .polyline(
        Path.thinned(Path.condensed(points)), series[index].look.stroke(width: 2),
        title: DisplayName.inSentence(series[index].name))
    }
  }

  /// The names at the right ends of their lines, pushed apart, with leaders.
  private func labels(_ names: [String], named: [Int], _ area: PlotArea, _ axis: NumberAxis) -> [Mark] {
    let ends = named.compactMap { series[$0].last }.map { Point(area.x($0.x), area.y(axis.place($0.y))) }
    let places = LabelPlacement.pushedApart(
      ends.map(\.y), gap: 15, low: area.bounds.y, high: area.bounds.maxY)
    return zip(zip(names, named), zip(ends, places)).flatMap { name, place -> [Mark] in
      let (end, y) = place
      let x = area.bounds.maxX
      let leader = [Point(end.x + 2, end.y), Point(max(end.x + 2, x + 2), end.y), Point(x + 16, y)]
      return [
        .polyline(leader, .axis),
        .text(name.0, at: Point(x + 20, y + 4), ink: series[name.1].look == .context ? .plain : .strong),
      ]
    }
  }
}

extension LearningCurveChart {
  /// Logarithmic for positive values over more than three decades.
  var yAxis: NumberAxis {
    NumberAxis(
      series.flatMap { $0.points.map(\.y) }, count: Ticks.count(height: 218), logarithmicFrom: 1000.nextUp)
  }
}
