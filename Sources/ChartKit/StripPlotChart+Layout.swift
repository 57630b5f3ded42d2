extension StripPlotChart {
  package func drawing() -> Drawing {
    let shown = strips.prefix(Self.stripLimit)
    let pitch = 30.0
    let widest = shown.reduce(0) { max($0, TextWidth.of($1.label.isEmpty ? "(empty)" : $1.label, size: 13)) }
    let nameWidth = min(max(14, widest), 110).rounded(.up)
    let top = 22.0
    let bounds = Rectangle(
      x: nameWidth + 12, y: top, width: 392 - nameWidth - 12, height: pitch * Double(max(1, shown.count)))
    let area = PlotArea(bounds, x: .unit, y: .unit)
    var marks = area.xGrid(Ticks(.unit, count: 5))
    marks.append(
      .text("predicted probability of the label →", at: Point(392, bounds.maxY + 35), anchor: .end))
    if strips.contains(where: { $0.probabilities.count > dotsPerStrip }) {
      marks.append(.text("a sample", at: Point(392, 12), anchor: .end, size: 11))
    }
    marks += key
    marks += shown.indices.dropFirst().map { index in
      let y = top + pitch * Double(index)
      return .line(Point(bounds.x, y), Point(bounds.maxX, y), .grid)
    }
    var (members, others): ([Point], [Point]) = ([], [])
    for (index, strip) in shown.enumerated() {
      let middle = top + pitch * (Double(index) + 0.5)
      marks.append(
        DisplayName.mark(
          strip.label, at: Point(nameWidth, middle + 4.5), anchor: .end, width: nameWidth))
      let dots = dots(of: strip, index: index)
      members += dots.members.map { Point(area.x($0.x), middle - 7 + $0.y) }
      others += dots.others.map { Point(area.x($0.x), middle + 7 + $0.y) }
    }
    return Drawing(
      width: 400, height: bounds.maxY + 40, setting: .figure(.small),
      marks: marks + [
        Self.dots(others, slot: 2, diameter: diameter), Self.dots(members, slot: 1, diameter: diameter),
      ])
  }

  /// The dots of a strip: x is the probability, y the scatter in user units.
  ///
  /// If there are too many, members and others each keep at least half of the dots, or all they have.
  private func dots(of strip: Strip, index: Int) -> (members: [Point], others: [Point]) {
    var generator = SplitMix64(seed: seed &+ UInt64(index) &* 0x1000)
    let valid = strip.probabilities.indices.filter { (0...1).contains(strip.probabilities[$0]) }
    let members = valid.filter { strip.isMember[$0] }
    let others = valid.filter { !strip.isMember[$0] }
    let half = dotsPerStrip / 2
    let memberCount = min(members.count, max(half, dotsPerStrip - others.count))
    let otherCount = min(others.count, dotsPerStrip - memberCount)
    func scattered(_ positions: [Int], _ count: Int) -> [Point] {
      generator.sample(count, of: positions.count).map { index in
        Point(strip.probabilities[positions[index]], min(max(generator.gaussian() * 2.4, -5.5), 5.5))
      }
    }
    return (scattered(members, memberCount), scattered(others, otherCount))
  }

  /// The fewer dots a strip has, the larger they are.
  private var diameter: Double {
    switch min(strips.map(\.probabilities.count).max() ?? 0, dotsPerStrip) {
    case ...60: 4
    case ...150: 3.2
    default: 2.5
    }
  }

  private static func dots(_ points: [Point], slot: Int, diameter: Double) -> Mark {
    .shape(.dots(points), Style(stroke: Stroke(.series(slot), width: diameter)), title: nil)
  }

  /// What the colours and bands are.
  private var key: [Mark] {
    [
      Self.dots([Point(4, 8)], slot: 1, diameter: 7),
      .text("the label is true, upper band", at: Point(12, 12), size: 11),
      Self.dots([Point(176, 8)], slot: 2, diameter: 7),
      .text("it is not, lower band", at: Point(184, 12), size: 11),
    ]
  }
}
