import Markup

extension DotStackChart {
  /// The width of a stack, and the most dots in one.
  private static let pitch = 4.0
  private static let width = 884.0
  private static let tallest = 30
  /// So many of the lowest are named.
  private static let namedCount = 3

  package func drawing() -> Drawing {
    let low = entries.first?.value ?? 0
    let count = 8
    let domain = Domain(of: [low, 1]).rounded(count: count).clamped(to: .unit)
    let ticks = Ticks(domain, count: count)
    let stacks = stacks(in: domain)
    let most = stacks.map(\.count).max() ?? 0
    let each = max(1, (most + Self.tallest - 1) / Self.tallest)
    let height = max(24, Double((most + each - 1) / each) * Self.pitch + 8)
    let top = 52.0
    let bounds = Rectangle(x: 18, y: top, width: Self.width, height: height)
    let area = PlotArea(bounds, x: domain, y: .unit)
    var marks = area.xGrid(ticks)
    var dots: [Point] = []
    for (column, entries) in stacks.enumerated() {
      for dot in 0..<(entries.count + each - 1) / each {
        dots.append(
          Point(
            bounds.x + (Double(column) + 0.5) * Self.pitch, bounds.maxY - 4 - Double(dot) * Self.pitch))
      }
    }
    marks.append(
      .shape(.dots(dots), Style(stroke: Stroke(.ink, width: Self.pitch - 0.8)), title: nil))
    if let median {
      let x = area.x(median)
      marks.append(.line(Point(x, bounds.maxY), Point(x, top - 6), .reference))
      marks.append(
        .text(
          "median \(NumberText.score(median))", at: Point(min(max(x, 50), 870), top - 10), anchor: .middle,
          size: 11))
    }
    marks += names(area, top: top)
    let dot =
      each == 1 ? "a dot is one of \(NumberText.integer(entries.count)) \(noun)" : "a dot is \(each) \(noun)"
    let start =
      (ticks.values.first ?? 0) == 0 ? "" : "; the axis starts at \(ticks.label(ticks.values.first ?? 0))"
    marks.append(
      .text("\(metric), \(dot)\(start) →", at: Point(bounds.maxX, bounds.maxY + 36), anchor: .end))
    return Drawing(
      width: 920, height: bounds.maxY + 42, setting: .figure(.large, keepsWidth: true), marks: marks)
  }

  /// The entries of each column, from the left.
  private func stacks(in domain: Domain) -> [[Entry]] {
    let count = Int(Self.width / Self.pitch)
    var stacks = [[Entry]](repeating: [], count: count)
    for entry in entries {
      let place = (entry.value - domain.low) / (domain.high - domain.low)
      stacks[min(count - 1, max(0, Int(place * Double(count))))].append(entry)
    }
    return stacks
  }

  /// The names of the lowest, in one line above the stacks.
  private func names(_ area: PlotArea, top: Double) -> [Mark] {
    guard entries.count > Self.namedCount else { return [] }
    let words = entries.prefix(Self.namedCount).map { entry in
      "\(TextWidth.clipped(DisplayName.inSentence(entry.name), to: 120)) \(NumberText.score(entry.value))"
    }
    return [.text("lowest: " + words.joined(separator: ", "), at: Point(0, 12), ink: .strong)]
  }
}
