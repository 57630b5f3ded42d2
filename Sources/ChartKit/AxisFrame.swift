/// The area between two axes, with its ticks, labels and titles, and a key above it.
struct AxisFrame: Hashable, Sendable {
  /// Where the data lie.
  let bounds: Rectangle
  /// The axis to the right.
  let horizontal: AxisLayout
  /// The axis upwards.
  let vertical: AxisLayout
  /// The key; without names where series are named in the area.
  let key: SeriesKey
  /// From places of the horizontal axis to places in the drawing.
  let x: LinearScale
  /// From places of the vertical axis to places in the drawing.
  let y: LinearScale
  /// How wide the names of a vertical axis are at most.
  static let nameLimit = 140.0

  /// Fits an area into a drawing.
  ///
  /// - Parameters:
  ///   - vertical: the axis whose labels decide how much room is left for the area.
  ///   - horizontal: gives the other axis for the width of the area.
  ///   - key: the names of the series, if they stand above the area.
  ///   - width: the width of the drawing.
  ///   - height: the height of the area.
  ///   - right: the room right of the area.
  init(
    vertical: AxisLayout, horizontal: (Double) -> AxisLayout, key: SeriesKey, width: Double,
    height: Double, right: Double
  ) {
    let labels = vertical.ticks.map { TextWidth.of($0.whole) }.max() ?? 0
    let left = 12 + min(max(labels, 8), Self.nameLimit)
    bounds = Rectangle(
      x: left, y: key.top(below: vertical.title), width: width - left - right, height: height)
    self.key = key
    self.vertical = vertical
    self.horizontal = horizontal(bounds.width)
    let (start, end) = vertical.axis.isReversed ? (bounds.y, bounds.maxY) : (bounds.maxY, bounds.y)
    y = LinearScale(domain: vertical.domain, start: start, end: end)
    let (first, last) =
      self.horizontal.axis.isReversed ? (bounds.maxX, bounds.x) : (bounds.x, bounds.maxX)
    x = LinearScale(domain: self.horizontal.domain, start: first, end: last)
  }

  /// The place of a data point; not finite for what has no place on an axis.
  func callAsFunction(_ point: Point) -> Point {
    Point(x(horizontal.place(point.x)), y(vertical.place(point.y)))
  }

  /// The height of the drawing: the area with what stands below it.
  var height: Double { bounds.maxY + labelHeight + (horizontalTitle.isEmpty ? 8 : 26) }

  /// Ticks, labels and titles, and the lines of a grid that are wanted.
  ///
  /// Without vertical lines the area stands on a line, unless it `hasFloor` of its own.
  func marks(hasVerticalGrid: Bool, hasHorizontalGrid: Bool = true, hasFloor: Bool = false) -> [Mark] {
    var marks = verticalMarks(hasGrid: hasHorizontalGrid) + key.marks(below: vertical.title)
    marks += horizontalMarks(hasGrid: hasVerticalGrid, hasFloor: hasFloor)
    if !vertical.title.isEmpty {
      let arrow = vertical.isCategorical ? "" : vertical.axis.isReversed ? "↓ " : "↑ "
      marks.append(
        .text(arrow + TextWidth.clipped(vertical.title, to: bounds.maxX - 14), at: Point(0, 12)))
    }
    guard !horizontalTitle.isEmpty else { return marks }
    let title = TextWidth.clipped(horizontalTitle, to: bounds.maxX - 14)
    let words = horizontal.isCategorical ? title : horizontal.axis.isReversed ? "← \(title)" : "\(title) →"
    marks.append(
      .text(words, at: Point(bounds.maxX, bounds.maxY + labelHeight + 18), anchor: .end))
    return marks
  }

  /// The title below the horizontal axis; where it starts is seen at its end.
  private var horizontalTitle: String {
    horizontal.axis.scale == .logarithmic ? horizontal.title : horizontal.axis.title
  }
}

// MARK: The vertical axis

extension AxisFrame {
  private func verticalMarks(hasGrid: Bool) -> [Mark] {
    let places = vertical.ticks.map { y($0.place) }
    let kept = Set(
      LabelPlacement.thinned(
        centers: places.map { vertical.axis.isReversed ? $0 : -$0 },
        widths: places.map { _ in 11 }, gap: 1))
    return vertical.ticks.indices.flatMap { index -> [Mark] in
      let tick = vertical.ticks[index]
      var marks: [Mark] = []
      if hasGrid, !vertical.isCategorical {
        marks.append(.line(Point(bounds.x, places[index]), Point(bounds.maxX, places[index]), .grid))
      }
      guard kept.contains(index) else { return marks }
      let at = Point(bounds.x - 7, places[index] + 4)
      guard vertical.isCategorical else {
        return marks + [.text(tick.whole, at: at, anchor: .end)]
      }
      return marks + [DisplayName.mark(tick.label, at: at, anchor: .end, width: Self.nameLimit, size: 12)]
    }
  }
}

// MARK: The horizontal axis

extension AxisFrame {
  /// How the labels of the horizontal axis stand.
  private enum Setting {
    /// One line.
    case level
    /// One line and, below it, what labels belong to.
    case levelWithContext
    /// Running upwards, since side by side they would overlap.
    case upright
  }

  /// The room between two neighbouring names.
  private var pitch: Double { bounds.width / Double(max(1, horizontal.ticks.count)) }

  private var setting: Setting {
    if horizontal.isCategorical {
      return widestName <= pitch - 4 ? .level : .upright
    }
    return horizontal.ticks.contains { !$0.context.isEmpty } ? .levelWithContext : .level
  }

  private var widestName: Double { horizontal.ticks.map { TextWidth.of($0.label) }.max() ?? 0 }

  /// The height of the labels with the ticks above them.
  private var labelHeight: Double {
    switch setting {
    case .level: 20
    case .levelWithContext: 35
    case .upright: min(widestName, 110) + 9
    }
  }

  private func horizontalMarks(hasGrid: Bool, hasFloor: Bool) -> [Mark] {
    let places = horizontal.ticks.map { x($0.place) }
    var marks: [Mark] = []
    if !hasFloor, !hasGrid || horizontal.isCategorical {
      marks.append(.line(Point(bounds.x, bounds.maxY), Point(bounds.maxX, bounds.maxY), .axis))
    }
    if !horizontal.isCategorical {
      marks += places.map { place in
        hasGrid
          ? .line(Point(place, bounds.maxY), Point(place, bounds.y), .grid)
          : .line(Point(place, bounds.maxY), Point(place, bounds.maxY + 4), .axis)
      }
    }
    return marks + (setting == .upright ? uprightNames(places) : levelLabels(places))
  }

  private func levelLabels(_ places: [Double]) -> [Mark] {
    let ticks = horizontal.ticks
    let order = horizontal.axis.isReversed ? Array(ticks.indices.reversed()) : Array(ticks.indices)
    let kept = LabelPlacement.thinned(
      centers: order.map { places[$0] }, widths: order.map { TextWidth.of(ticks[$0].label) }, gap: 6
    ).map { order[$0] }
    var marks = kept.map { index in
      Mark.text(ticks[index].label, at: Point(places[index], bounds.maxY + 18), anchor: .middle)
    }
    // What labels belong to is said once, and again where it changes, as long as there is room.
    var last = ""
    var end = -Double.infinity
    for index in kept where !ticks[index].context.isEmpty && ticks[index].context != last {
      let width = TextWidth.of(ticks[index].context)
      let left = max(0, places[index] - width / 2)
      guard left > end + 8 else { continue }
      marks.append(.text(ticks[index].context, at: Point(left, bounds.maxY + 33)))
      (last, end) = (ticks[index].context, left + width)
    }
    return marks
  }

  private func uprightNames(_ places: [Double]) -> [Mark] {
    let step = max(1, Int((12.5 / pitch).rounded(.up)))
    return stride(from: 0, to: places.count, by: step).map { index in
      DisplayName.mark(
        horizontal.ticks[index].label, at: Point(places[index] + 4, bounds.maxY + 8), anchor: .end,
        width: 110, size: 12, rotation: -90)
    }
  }
}

extension AxisLayout.Tick {
  /// The label with what it belongs to.
  var whole: String { context.isEmpty ? label : "\(label) \(context)" }
}
