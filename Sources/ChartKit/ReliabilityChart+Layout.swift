extension ReliabilityChart {
  /// How high the bars of the counts may be.
  private static let stripHeight = 34.0

  package func drawing() -> Drawing {
    let filled = filled
    let line = SquarePlot.Line(name: "", look: .slot(1), points: filled.map(\.point))
    let plot = SquarePlot(
      x: .init(probabilityName), y: .init(shareName), lines: [line], references: [.diagonal])
    let area = plot.area
    var marks = plot.marks(hasTitleBelow: false)
    for bin in filled {
      let place = area(bin.point)
      if let low = bin.bin.low, let high = bin.bin.high {
        marks.append(
          .line(
            Point(place.x, area.y.held(low)), Point(place.x, area.y.held(high)),
            SeriesLook.slot(1).intervalStroke(width: 1.5)))
      }
    }
    marks += filled.map { SeriesLook.slot(1).marker(at: area($0.point), radius: 4, title: words($0)) }
    marks += counts(area)
    let end = area.bounds.maxY + 24 + Self.stripHeight
    marks.append(.text("\(probabilityName) →", at: Point(area.bounds.maxX, end + 17), anchor: .end))
    marks.append(
      .text("bars: \(noun) in each bin", at: Point(area.bounds.maxX, end + 33), anchor: .end, size: 11))
    return Drawing(width: SquarePlot.width, height: end + 38, setting: .figure(.small), marks: marks)
  }

  /// A bar for the count of each bin below the axis, with the number where there is room.
  private func counts(_ area: PlotArea) -> [Mark] {
    let most = bins.reduce(0) { max($0, $1.count) }
    guard most > 0 else { return [] }
    let floor = area.bounds.maxY + 24 + Self.stripHeight
    let room = Self.stripHeight - 12
    var marks: [Mark] = [.line(Point(area.bounds.x, floor), Point(area.bounds.maxX, floor), .axis)]
    for bin in bins where bin.count > 0 {
      let (left, right) = (area.x(bin.lower) + 1, area.x(bin.upper) - 1)
      let height = max(0.5, room * bin.count / most)
      marks.append(
        .rectangle(
          Rectangle(x: left, y: floor - height, width: max(0.5, right - left), height: height), .context))
      let text = CountText.fitting(bin.count, width: right - left + 2, size: 10)
      marks.append(
        .text(text, at: Point((left + right) / 2, floor - height - 3), anchor: .middle, size: 10))
    }
    return marks
  }
}
