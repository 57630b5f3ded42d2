import Markup

extension DotIntervalChart {
  /// Values: names at the left, dots with intervals, numbers at the right.
  ///
  /// A figure with a column for what values rest on is 480 units wide, others are 400.
  func valueDrawing() -> Drawing {
    let pitch = 23.0
    let width: Double = basisTitle == nil ? 400 : 480
    let names = rows.reduce(0) {
      max($0, TextWidth.of($1.name.isEmpty ? "(empty)" : $1.name, size: 13, isBold: true))
    }
    let nameWidth = min(max(16, names), basisTitle == nil ? 110 : 130)
    let basisWidth = basisTitle.map { title in
      rows.reduce(TextWidth.of(title, size: 11)) { max($0, TextWidth.of($1.basis ?? "")) } + 14
    }
    let numberX = width - (basisWidth ?? 0)
    let numberWidth = rows.reduce(0) { max($0, TextWidth.of(numberText($1))) }
    let bottom = 20 + pitch * Double(rows.count) + 6
    let ends = Ticks(domain(ticks: 2), count: 2).labels.reduce(0) { max($0, TextWidth.of($1)) }
    let left = max(nameWidth + 14, ends / 2)
    let bounds = Rectangle(
      x: left, y: 20, width: max(90, numberX - numberWidth - 16 - left), height: bottom - 20)
    let count = max(2, Int(bounds.width / (basisTitle == nil ? 90 : 55)))
    let area = PlotArea(bounds, x: domain(ticks: count), y: .unit)
    var marks: [Mark] = []
    if let band {
      let (low, high) = (area.x.held(band.low), area.x.held(band.high))
      let rectangle = Rectangle(x: min(low, high), y: 20, width: abs(high - low), height: bottom - 20)
      marks.append(.rectangle(rectangle, .diagonal, title: band.name))
    }
    marks += area.xGrid(Ticks(area.x.domain, count: count), distance: 15)
    marks += heads(area, numberX: numberX, width: width)
    for (position, row) in rows.enumerated() {
      let y = 20 + pitch * (Double(position) + 0.5) + 3
      let isNamed = row.look != .context
      marks.append(
        DisplayName.mark(
          row.name, at: Point(nameWidth, y + 4), anchor: .end, width: nameWidth, isBold: isNamed))
      marks += dot(row, y: y, area)
      marks.append(
        .text(
          numberText(row), at: Point(numberX, y + 4), anchor: .end, ink: isNamed ? .strong : .plain))
      if basisTitle != nil, let basis = row.basis {
        marks.append(.text(basis, at: Point(width, y + 4), anchor: .end))
      }
    }
    if let note {
      marks.append(
        .text(TextWidth.clipped(note, to: width - 4, size: 11), at: Point(0, bottom + 34), size: 11))
    }
    return Drawing(
      width: width, height: bottom + (note == nil ? 20 : 38),
      setting: .figure(basisTitle == nil ? .small : .medium), marks: marks)
  }

  /// What stands above the columns, and the words of the mean and the band.
  private func heads(_ area: PlotArea, numberX: Double, width: Double) -> [Mark] {
    let noun = rowNoun
    let title = TextWidth.clipped(metric, to: 180, size: 11)
    let head = rows.contains { $0.low != nil } ? "\(title), 95\u{A0}% interval" : title
    var marks: [Mark] = [
      .text(noun, at: Point(0, 12), size: 11),
      .text(head, at: Point(numberX, 12), anchor: .end, size: 11),
    ]
    if let basisTitle { marks.append(.text(basisTitle, at: Point(width, 12), anchor: .end, size: 11)) }
    let room = (
      low: TextWidth.of(noun, size: 11) + 12, high: numberX - TextWidth.of(head, size: 11) - 12
    )
    if case .value(let mean?) = measure, mean.isFinite {
      // A dashed line with its words above, as near as the words on both sides let it.
      let x = area.x.held(mean)
      let text = "mean \(NumberText.score(mean))"
      let end = min(max(x + 2, room.low + TextWidth.of(text, size: 11)), room.high)
      marks.append(.line(Point(x, 20), Point(x, area.bounds.maxY), .reference))
      marks.append(.text(text, at: Point(end, 12), anchor: .end, size: 11))
    } else if let band {
      let half = TextWidth.of(band.name, size: 11) / 2
      let middle = (area.x.held(band.low) + area.x.held(band.high)) / 2
      if room.high - room.low >= 2 * half {
        marks.append(
          .text(
            band.name, at: Point(min(max(middle, room.low + half), room.high - half), 12), anchor: .middle,
            size: 11))
      }
    }
    return marks
  }
}
