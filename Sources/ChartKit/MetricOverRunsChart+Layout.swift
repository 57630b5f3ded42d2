import Markup

extension MetricOverRunsChart {
  package func drawing() -> Drawing {
    let count = Ticks.count(height: 218)
    let domain = domain(ticks: count)
    let ticks = Ticks(domain, count: count)
    let left = 12 + ticks.labels.reduce(0) { max($0, TextWidth.of($1).rounded(.up)) }
    let bounds = Rectangle(x: left, y: 26, width: 428 - left, height: 218)
    let area = PlotArea(bounds, x: Domain(low: 0, high: Double(max(1, runs.count))), y: domain)
    var marks: [Mark] = [.text(axisTitle(ticks), at: Point(0, 12))]
    marks += area.yGrid(ticks, distance: 6)
    marks += timeAxis(area)
    marks.append(
      .text(
        timeTitle.map { "\($0), runs in order →" } ?? "runs in order of time →",
        at: Point(428, 286),
        anchor: .end))
    marks += points(area, radius: 4.5, lineWidth: 1.5)
    marks += names(area)
    marks += endingMarks(area)
    if isDense(area) {
      marks.append(
        .text("grey: lowest to highest", at: Point(428, 12), anchor: .end, size: 11))
    }
    return Drawing(width: 440, height: 300, setting: .figure(.medium), marks: marks)
  }

  /// The same data for a row of a table, 240 by 48 units; its name and description are ``title`` and ``summary``.
  package func sparkline() -> Drawing {
    let domain = domain(ticks: 5)
    let area = PlotArea(
      Rectangle(x: 36, y: 5, width: 204, height: 38),
      x: Domain(low: 0, high: Double(max(1, runs.count))), y: domain)
    let ticks = Ticks(domain, count: 5)
    let ends = [domain.low, domain.high]
    let marks: [Mark] =
      ends.map { .line(Point(36, area.y($0)), Point(240, area.y($0)), .grid) }
      + ends.map { .text(ticks.label($0), at: Point(30, area.y($0) + 4), anchor: .end, size: 10.5) }
    return Drawing(
      width: 240, height: 48, setting: .cell,
      marks: marks + points(area, radius: 3, lineWidth: 1.25))
  }

  private func axisTitle(_ ticks: Ticks) -> String {
    let low = ticks.values.first ?? 0
    let remark = low == 0 ? "" : "; the axis starts at \(ticks.label(low))"
    return DisplayName.axisTitle(metric, before: "↑ ", after: remark, width: 436)
  }

  /// The middle of a run's column.
  func x(_ position: Int, _ area: PlotArea) -> Double { area.x(Double(position) + 0.5) }

  /// The line of the best so far, intervals and dots; the best and the baseline on top.
  private func points(_ area: PlotArea, radius: Double, lineWidth: Double) -> [Mark] {
    let records = records
    var marks = bestSoFar(records, area, lineWidth)
    let pitch = area.bounds.width / Double(max(1, runs.count))
    // Dots that would hide one another become small, and one mark.
    let isCrowded = pitch < 1.6 * radius
    // In a row of a table what is alike is one mark as well, without words of its own.
    let isSmall = radius < 4
    let emphasised = runs.indices.filter { $0 == records.last || $0 == baseline }
    let plain = runs.indices.filter { $0 != records.last && $0 != baseline }
    if isDense(area) {
      marks.append(ranges(of: plain, area))
    } else if isCrowded || isSmall {
      let dots = plain.compactMap { position in
        runs[position].value.map { Point(x(position, area), area.y($0)) }
      }
      let diameter = isCrowded ? max(1.5, min(2 * radius, 1.5 * pitch)) : 2 * radius
      marks.append(
        .shape(
          .dots(Path.thinned(dots, distance: 0.1)), Style(stroke: Stroke(.ink, width: diameter)),
          title: nil))
    }
    for position in (isCrowded || isSmall ? [] : plain) + emphasised {
      let run = runs[position]
      guard let value = run.value else { continue }
      let look = look(position, best: records.last)
      let x = x(position, area)
      if let line = interval(of: position, area, width: isSmall ? 1.5 : 2, best: records.last) {
        marks.append(line)
      }
      let title = "\(DisplayName.inSentence(run.name)): \(valueText(run))"
      marks.append(
        look.marker(at: Point(x, area.y(value)), radius: radius, title: isSmall ? nil : title))
    }
    return marks
  }

  /// The line of a run's interval, if it has one.
  private func interval(of position: Int, _ area: PlotArea, width: Double, best: Int?) -> Mark? {
    guard let low = runs[position].low, let high = runs[position].high else { return nil }
    let x = x(position, area)
    return .line(
      Point(x, area.y(low)), Point(x, area.y(high)),
      look(position, best: best).intervalStroke(width: width))
  }

  /// Whether several runs share a column of one unit, so that dots would be a blot.
  private func isDense(_ area: PlotArea) -> Bool { Double(runs.count) > 2 * area.bounds.width }

  /// A line in each column of one unit, from the lowest to the highest of its runs, as one mark.
  private func ranges(of positions: [Int], _ area: PlotArea) -> Mark {
    var ranges: [(low: Double, high: Double)?] = Array(
      repeating: nil, count: Int(area.bounds.width) + 1)
    for position in positions {
      guard let value = runs[position].value else { continue }
      let column = Int(x(position, area) - area.bounds.x)
      let known = ranges[column] ?? (low: value, high: value)
      ranges[column] = (low: min(known.low, value), high: max(known.high, value))
    }
    var path = Path()
    for (column, range) in ranges.enumerated() {
      guard let range else { continue }
      let x = area.bounds.x + Double(column) + 0.5
      // A single run shows too.
      path.append([Point(x, area.y(range.low) + 0.5), Point(x, area.y(range.high) - 0.5)])
    }
    return .shape(.path(path), Style(stroke: Stroke(.context)), title: nil)
  }

  /// Steps at each record, up to the last run.
  private func bestSoFar(_ records: [Int], _ area: PlotArea, _ width: Double) -> [Mark] {
    guard records.count > 0, runs.count > 1 else { return [] }
    var points: [Point] = []
    for record in records {
      let place = Point(x(record, area), area.y(runs[record].value ?? 0))
      if let last = points.last { points.append(Point(place.x, last.y)) }
      points.append(place)
    }
    if let last = points.last { points.append(Point(x(runs.count - 1, area), last.y)) }
    return [.polyline(Path.thinned(points), Stroke(.series(1), width: width))]
  }

  /// Runs of the same time share a bracket with its words below.
  private func timeAxis(_ area: PlotArea) -> [Mark] {
    var groups: [(time: String, range: Range<Int>)] = []
    for (position, run) in runs.enumerated() {
      if let last = groups.last, last.time.utf8.elementsEqual(run.time.utf8) {
        groups[groups.count - 1].range = last.range.lowerBound..<position + 1
      } else {
        groups.append((time: run.time, range: position..<position + 1))
      }
    }
    let ends = groups.map {
      (area.x(Double($0.range.lowerBound)), area.x(Double($0.range.upperBound)))
    }
    let kept = LabelPlacement.thinned(
      centers: ends.map { ($0.0 + $0.1) / 2 }, widths: groups.map { TextWidth.of($0.time) }, gap: 6)
    let labels = kept.map { index in
      Mark.text(
        TextWidth.clipped(groups[index].time, to: 120),
        at: Point((ends[index].0 + ends[index].1) / 2, 268),
        anchor: .middle)
    }
    // Brackets that would touch say nothing.
    guard ends.allSatisfy({ $0.1 - $0.0 > 10 }) else {
      return [.line(Point(area.bounds.x, 252), Point(area.bounds.maxX, 252), .axis)] + labels
    }
    return ends.map { .line(Point($0.0 + 5, 252), Point($0.1 - 5, 252), .axis) } + labels
  }
}
