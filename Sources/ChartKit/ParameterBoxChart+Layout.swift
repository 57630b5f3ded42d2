import Markup

extension ParameterBoxChart {
  private static let pitch = 34.0
  private static let top = 24.0

  package func drawing() -> Drawing {
    let names = groups.reduce(TextWidth.of(parameterName, size: 11)) {
      max($0, TextWidth.of($1.name, size: 13, isBold: true))
    }
    let nameWidth = min(max(16, names), 120)
    let medianTexts = groups.map { NumberText.score($0.quartiles.median) }
    let countTexts = groups.map { NumberText.integer($0.values.count) }
    let countWidth = countTexts.reduce(TextWidth.of("runs", size: 11)) { max($0, TextWidth.of($1)) }
    let medianWidth = medianTexts.reduce(TextWidth.of("median", size: 11)) {
      max($0, TextWidth.of($1, isBold: true))
    }
    let medianX = 440 - countWidth - 14
    let left = nameWidth + 16
    let bounds = Rectangle(
      x: left, y: Self.top, width: medianX - medianWidth - 18 - left,
      height: Self.pitch * Double(max(1, groups.count)))
    let axis = NumberAxis(
      groups.flatMap(\.values), count: max(2, Int(bounds.width / 60)), logarithmicFrom: 1000.nextUp,
      margin: 0.03)
    let area = PlotArea(bounds, x: axis.domain, y: .unit)
    var marks: [Mark] = [
      .text(
        DisplayName.clipped(data.parameters[parameter], to: nameWidth, size: 11), at: Point(0, 12), size: 11),
      .text("median", at: Point(medianX, 12), anchor: .end, size: 11),
      .text("runs", at: Point(440, 12), anchor: .end, size: 11),
    ]
    marks += grid(axis, area)
    let title = DisplayName.axisTitle(data.metric, after: axis.remark + " →", width: bounds.maxX)
    marks.append(.text(title, at: Point(bounds.maxX + 8, bounds.maxY + 38), anchor: .end))
    let best = best
    var dots: [Point] = []
    for (position, group) in groups.enumerated() {
      let y = Self.top + Self.pitch * (Double(position) + 0.5)
      let isBest = group == best
      marks.append(
        DisplayName.mark(
          group.name, at: Point(nameWidth, y + 4.5), anchor: .end, width: nameWidth, isBold: isBest))
      marks.append(
        .text(
          medianTexts[position], at: Point(medianX, y + 4), anchor: .end, isBold: isBest, ink: .strong))
      marks.append(.text(countTexts[position], at: Point(440, y + 4), anchor: .end))
      dots += scattered(group, seed: position).map { Point(area.x(axis.place($0.x)), y + $0.y) }
    }
    let diameter = dots.count > 600 ? 2.5 : dots.count > 150 ? 3.5 : 5.0
    marks.append(
      .shape(
        .dots(Path.thinned(dots, distance: 0.3)), Style(stroke: Stroke(.context, width: diameter)), title: nil
      ))
    for (position, group) in groups.enumerated() {
      let y = Self.top + Self.pitch * (Double(position) + 0.5)
      marks += box(group, y: y, isBest: group == best, axis, area)
    }
    let height = bounds.maxY + (omission == nil ? 44 : 60)
    if let omission {
      marks.append(
        .text(TextWidth.clipped(omission, to: 436, size: 11), at: Point(0, height - 6), size: 11))
    }
    return Drawing(width: 440, height: height, setting: .figure(.medium), marks: marks)
  }

  /// Upright lines at the ticks with their labels below.
  private func grid(_ axis: NumberAxis, _ area: PlotArea) -> [Mark] {
    let places = axis.places.map { area.x($0) }
    let kept = LabelPlacement.thinned(
      centers: places, widths: axis.labels.map { TextWidth.of($0) }, gap: 8)
    return places.map { .line(Point($0, area.bounds.y), Point($0, area.bounds.maxY), .grid) }
      + kept.map { .text(axis.labels[$0], at: Point(places[$0], area.bounds.maxY + 17), anchor: .middle) }
  }

  /// A value's runs: x is the metric, y the scatter across the row, only so that dots do not hide one another.
  private func scattered(_ group: Group, seed: Int) -> [Point] {
    guard group.values.count > 1 else { return group.values.map { Point($0, 0) } }
    var generator = SplitMix64(seed: 7 &+ UInt64(seed) &* 0x1000)
    return group.values.map { Point($0, 14 * generator.uniform() - 7) }
  }

  /// The quartiles as a thin frame where there are runs enough, and the median as an upright stroke.
  private func box(
    _ group: Group, y: Double, isBest: Bool, _ axis: NumberAxis, _ area: PlotArea
  ) -> [Mark] {
    let places = [group.quartiles.lower, group.quartiles.median, group.quartiles.upper]
      .map { area.x(axis.place($0)) }
    let words =
      "\(DisplayName.inSentence(group.name)): median \(NumberText.score(group.quartiles.median)), quartiles "
      + "\(NumberText.score(group.quartiles.lower)) and \(NumberText.score(group.quartiles.upper)), "
      + "n = \(group.values.count)"
    var marks: [Mark] = []
    let role: Stroke.Role = isBest ? .series(1) : .ink
    if group.values.count >= Self.boxCount {
      let frame = Rectangle(x: places[0], y: y - 10, width: places[2] - places[0], height: 20)
      marks.append(.shape(.rectangle(frame), Style(stroke: Stroke(isBest ? role : .reference)), title: words))
    }
    let ends = (Point(places[1], y - 10), Point(places[1], y + 10))
    marks.append(
      .shape(.line(ends.0, ends.1), Style(stroke: Stroke(role, width: isBest ? 3 : 2)), title: words))
    return marks
  }
}
