import Markup

extension DotIntervalChart {
  package func drawing() -> Drawing {
    isDifference ? differenceDrawing() : valueDrawing()
  }

  /// What all values and intervals span, rounded to whole ticks; values of metrics stay within 0...1.
  func domain(ticks: Int) -> Domain {
    var values = rows.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) }
    if isDifference { values.append(0) } else if let band { values += [band.low, band.high] }
    values = values.map { $0 * factor }
    let domain = Domain(of: values).rounded(count: ticks)
    let isShare = !isDifference && values.allSatisfy { (0...1).contains($0) }
    return isShare ? domain.clamped(to: .unit) : domain
  }

  /// The interval and the dot of one row.
  func dot(_ row: Row, y: Double, _ area: PlotArea) -> [Mark] {
    guard let value = row.value else { return [] }
    var marks: [Mark] = []
    if let low = row.low, let high = row.high {
      let ends = (Point(area.x.held(low * factor), y), Point(area.x.held(high * factor), y))
      marks.append(.line(ends.0, ends.1, row.look.intervalStroke(width: row.look == .context ? 2 : 2.5)))
    }
    let title =
      "\(DisplayName.inSentence(row.name)): \(metricName) \(numberText(row))"
      + (row.basis.map { ", \($0)" } ?? "")
    let center = Point(area.x.held(value * factor), y)
    return marks + [row.look.marker(at: center, radius: isDifference ? 5 : 4.5, title: title)]
  }

  /// Differences: names with the run's own value, intervals around the line at 0 with their numbers above.
  private func differenceDrawing() -> Drawing {
    let pitch = 42.0
    let bottom = 22 + pitch * Double(rows.count) + 6
    let names = rows.reduce(0) { max($0, TextWidth.of($1.name, isBold: true)) }
    let left = min(max(names, 60), 140) + 14
    let bounds = Rectangle(x: left, y: 22, width: 388 - left, height: bottom - 22)
    let area = PlotArea(bounds, x: domain(ticks: 4), y: .unit)
    let ticks = Ticks(area.x.domain, count: 4)
    var marks: [Mark] = []
    for value in ticks.values {
      let x = area.x(value)
      marks.append(.line(Point(x, 22), Point(x, bottom), .grid))
      marks.append(
        .text(
          NumberText.difference(value, decimals: ticks.decimals), at: Point(x, bottom + 16), anchor: .middle))
    }
    let zero = area.x(0)
    marks.append(.line(Point(zero, 22), Point(zero, bottom), Stroke(.ink)))
    if case .difference(let baseline, let inPoints, let isHigherBetter) = measure {
      let name = TextWidth.clipped(baseline, to: 180, size: 11)
      let half = TextWidth.of(name, size: 11) / 2
      marks.append(
        .text(name, at: Point(min(max(zero, half), 400 - half), 12), anchor: .middle, size: 11))
      let unit = inPoints ? ", points" : ""
      let axis = DisplayName.axisTitle(
        metric, before: "difference in ", after: unit + (isHigherBetter ? "; better →" : "; ← better"),
        width: 386, size: 11)
      marks.append(.text(axis, at: Point(390, bottom + 34), anchor: .end, size: 11))
    }
    for (position, row) in rows.enumerated() {
      let y = 22 + pitch * (Double(position) + 0.5) + 5
      marks.append(
        DisplayName.mark(
          row.name, at: Point(0, y - 2), anchor: .start, width: left - 10, size: 12, isBold: true))
      if let note = row.note { marks.append(.text(note, at: Point(0, y + 13))) }
      marks += dot(row, y: y, area)
      let text = numberText(row)
      let start = area.x.held((row.low ?? row.value ?? 0) * factor)
      marks.append(
        .text(
          text, at: Point(max(left, min(start, 400 - TextWidth.of(text))), y - 10), ink: .strong,
          hasHalo: true))
    }
    return Drawing(width: 400, height: bottom + 38, setting: .figure(.small), marks: marks)
  }
}
