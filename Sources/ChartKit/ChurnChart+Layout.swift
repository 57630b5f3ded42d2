import Markup

extension ChurnChart {
  private static let width = 400.0
  private static let barY = 42.0
  private static let barHeight = 28.0
  /// A part that is there is seen, however small its share.
  static let leastWidth = 3.0

  /// One bar; what changed is named above it, what stayed the same below, each with its count and share.
  package func drawing() -> Drawing {
    let parts = parts
    let places = places
    var marks: [Mark] = zip(parts, places).compactMap { part, place in
      guard part.count > 0 else { return nil }
      // What is as light as a table's bands has an edge.
      let isLight = part.fill == .diagonal
      return .shape(
        .rectangle(isLight ? place.inset(by: 0.5) : place),
        Style(fill: part.fill, stroke: isLight ? .axis : nil),
        title:
          "\(part.name): \(CountText.text(part.count)) of \(CountText.text(total)), \(shareText(part.count))")
    }
    if total == 0 {
      marks.append(
        .rectangle(Rectangle(x: 0, y: Self.barY, width: Self.width, height: Self.barHeight), .empty))
    }
    marks += labels([1, 2], parts, places, isAbove: true)
    marks += labels([0, 3], parts, places, isAbove: false)
    return Drawing(width: Self.width, height: 114, setting: .figure(.small), marks: marks)
  }

  /// Where the parts of the bar lie; parts with nothing in them have no width.
  ///
  /// Small parts are widened to ``leastWidth``, and the others give way in proportion.
  var places: [Rectangle] {
    let parts = parts
    let gap = 1.0
    let present = parts.filter { $0.count > 0 }
    let room = Self.width - gap * Double(max(0, present.count - 1))
    var widths = parts.map { total > 0 ? $0.count / total * room : 0 }
    let isSmall = parts.indices.map { parts[$0].count > 0 && widths[$0] < Self.leastWidth }
    let large = parts.indices.filter { !isSmall[$0] }.reduce(0) { $0 + widths[$1] }
    let rest = room - Self.leastWidth * Double(isSmall.count { $0 })
    for index in parts.indices {
      widths[index] = isSmall[index] ? Self.leastWidth : large > 0 ? widths[index] / large * rest : 0
    }
    var x = 0.0
    return widths.map { width in
      defer { x += width > 0 ? width + gap : 0 }
      return Rectangle(x: x, y: Self.barY, width: width, height: Self.barHeight)
    }
  }

  /// Two names above or below the bar, near the middles of their parts and apart from each other, with leaders.
  private func labels(
    _ indices: [Int], _ parts: [Part], _ places: [Rectangle], isAbove: Bool
  ) -> [Mark] {
    let texts = indices.map { index in
      let part = parts[index]
      let sign = part.count > 0 ? part.sign : ""
      return (head: "\(sign)\(CountText.text(part.count)) \(part.name)", share: shareText(part.count))
    }
    let widths = texts.map {
      max(TextWidth.of($0.head, size: 13, isBold: true), TextWidth.of($0.share, size: 11))
    }
    let middles = indices.map { places[$0].center.x }
    // The left label gives way to the left, the right one to the right, and neither leaves the drawing.
    let gap = 14.0
    var lefts = zip(middles, widths).map { min(max($0 - $1 / 2, 0), Self.width - $1) }
    let overlap = lefts[0] + widths[0] + gap - lefts[1]
    if overlap > 0 {
      lefts[0] = max(0, lefts[0] - overlap / 2)
      lefts[1] = min(max(lefts[1], lefts[0] + widths[0] + gap), Self.width - widths[1])
      lefts[0] = max(0, min(lefts[0], lefts[1] - gap - widths[0]))
    }
    let edge = isAbove ? Self.barY : Self.barY + Self.barHeight
    var marks: [Mark] = []
    for (position, index) in indices.enumerated() {
      let center = lefts[position] + widths[position] / 2
      let baselines = isAbove ? (12.0, 26.0) : (edge + 20, edge + 34)
      marks.append(
        .text(
          texts[position].head, at: Point(center, baselines.0), anchor: .middle, size: 13, isBold: isAbove,
          ink: .strong))
      marks.append(.text(texts[position].share, at: Point(center, baselines.1), anchor: .middle, size: 11))
      guard parts[index].count > 0 else { continue }
      let from = Point(middles[position], isAbove ? edge - 2 : edge + 2)
      let to = Point(
        min(max(middles[position], lefts[position] + 4), lefts[position] + widths[position] - 4),
        isAbove ? edge - 12 : edge + 8)
      marks.append(.polyline([from, to], .axis))
    }
    return marks
  }
}
