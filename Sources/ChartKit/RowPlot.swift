/// Small drawings for the rows of a table that share one scale, and the axis for its head.
///
/// ```swift
/// let plot = RowPlot(values: [0.91, 0.97, 0.98])
/// plot.axis()                                              // in the column's head
/// plot.dots([RowPlot.Dot(0.97, low: 0.957, high: 0.979)])  // in a row
/// ```
package struct RowPlot: Hashable, Sendable {
  /// One dot with its interval.
  package struct Dot: Hashable, Sendable {
    /// The value; nothing draws nothing.
    package var value: Double?
    /// The lower end of its interval, if it has one.
    package var low: Double?
    /// The upper end.
    package var high: Double?
    /// How it is drawn.
    package var look: SeriesLook

    /// A dot.
    package init(_ value: Double?, low: Double? = nil, high: Double? = nil, look: SeriesLook = .slot(1)) {
      self.value = value
      self.low = low
      self.high = high
      self.look = look
    }
  }

  /// The width of a cell in user units.
  package let width: Double
  let scale: LinearScale
  let ticks: Ticks
  /// Whether the values are differences, which have a line at 0 and signs on the axis.
  let isDifference: Bool
  /// How far the grid reaches over the upper and lower edge of a cell, so that it joins that of the next row.
  let overhang: Double

  /// A scale that holds all `values`; what is not finite does not count.
  ///
  /// - Parameters:
  ///   - values: values and ends of intervals.
  ///   - width: the width of a cell.
  ///   - isDifference: whether they are differences; 0 is then on the scale.
  ///   - isReversed: whether small values stand at the right, so that right is better for losses too.
  ///   - overhang: how far the grid reaches over the edges of a cell: the padding of its row, more in taller rows.
  package init(
    values: some Sequence<Double>, width: Double = 190, isDifference: Bool = false, isReversed: Bool = false,
    overhang: Double = 6
  ) {
    let finite = values.filter(\.isFinite)
    let extent = Domain(of: isDifference ? finite + [0] : finite)
    let isShare = !isDifference && finite.allSatisfy { (0...1).contains($0) }
    func layout(count: Int) -> (Ticks, LinearScale) {
      let rounded = extent.rounded(count: count)
      let domain = isShare ? rounded.clamped(to: .unit) : rounded
      let (left, right) = (16.0, width - 16)
      return (
        Ticks(domain, count: count),
        LinearScale(domain: domain, start: isReversed ? right : left, end: isReversed ? left : right)
      )
    }
    // As many ticks as can all be labelled.
    var count = max(2, Int(width / 40))
    var (ticks, scale) = layout(count: count)
    while count > 2, !Self.labelsFit(ticks, scale, isDifference) {
      count -= 1
      (ticks, scale) = layout(count: count)
    }
    self.width = width
    self.isDifference = isDifference
    self.overhang = overhang
    self.ticks = ticks
    self.scale = scale
  }

  private static func labelsFit(_ ticks: Ticks, _ scale: LinearScale, _ isDifference: Bool) -> Bool {
    let widths = ticks.values.map { TextWidth.of(label($0, ticks, isDifference), size: 11) }
    let distance = ticks.values.count > 1 ? abs(scale(ticks.values[1]) - scale(ticks.values[0])) : .infinity
    return (widths.max() ?? 0) + 6 <= distance
  }

  /// A tick's label; differences carry their sign.
  private static func label(_ value: Double, _ ticks: Ticks, _ isDifference: Bool) -> String {
    guard isDifference else { return ticks.label(value) }
    return value > 0 ? "+" + ticks.label(value) : value == 0 ? "0" : ticks.label(value)
  }

  /// The value at which the axis starts, as the caption says it.
  package var start: String { ticks.label(scale.domain.low) }

  /// The axis for the head of the column; labels that would touch are thinned.
  package func axis() -> Drawing {
    let labels = ticks.values.map { Self.label($0, ticks, isDifference) }
    let order = scale.start < scale.end ? Array(labels.indices) : labels.indices.reversed()
    let kept = LabelPlacement.thinned(
      centers: order.map { scale(ticks.values[$0]) },
      widths: order.map { TextWidth.of(labels[$0], size: 11) }, gap: 6)
    let marks = kept.map { position in
      Mark.text(
        labels[order[position]], at: Point(scale(ticks.values[order[position]]), 12), anchor: .middle,
        size: 11)
    }
    return Drawing(width: width, height: 18, setting: .cell, marks: marks)
  }

  /// A line above ``axis()`` that says which way is better.
  package func directions(left: String = "← worse", right: String = "better →") -> Drawing {
    Drawing(
      width: width, height: 18, setting: .cell,
      marks: [
        .text(left, at: Point(8, 12), size: 11),
        .text(right, at: Point(width - 8, 12), anchor: .end, size: 11),
      ])
  }

  /// Dots with intervals; those with an interval stand below one another, all others on the middle line.
  package func dots(_ dots: [Dot], reference: Double? = nil) -> Drawing {
    let lanes = dots.filter { $0.low != nil && $0.high != nil }.count
    let height = lanes > 1 ? 4 + 12 * Double(lanes) : 22
    var marks = background(height)
    if let reference, reference.isFinite {
      let x = scale.held(reference)
      marks.append(.line(Point(x, -overhang), Point(x, height + overhang), .reference))
    }
    var lane = 0
    for dot in dots {
      let hasInterval = dot.low != nil && dot.high != nil
      let y = lanes > 1 && hasInterval ? 8 + 12 * Double(lane) : height / 2
      if hasInterval { lane += 1 }
      guard let value = dot.value, value.isFinite else { continue }
      if let low = dot.low, let high = dot.high {
        let ends = (Point(scale.held(low), y), Point(scale.held(high), y))
        marks.append(.line(ends.0, ends.1, dot.look.intervalStroke(width: dot.look == .context ? 2 : 2.5)))
      }
      marks.append(dot.look.marker(at: Point(scale.held(value), y), radius: lanes > 1 ? 4 : 4.5))
    }
    return Drawing(width: width, height: height, setting: .cell, marks: marks)
  }

  /// Two values joined by a line: the first hollow, the second filled, such as precision and recall.
  ///
  /// A value `between` them, such as their F1, is an upright stroke on the line.
  package func dumbbell(_ first: Double?, _ second: Double?, between: Double? = nil) -> Drawing {
    var marks = background(22)
    let ends = [first, second].map { value in
      value.flatMap { $0.isFinite ? Point(scale.held($0), 11) : nil }
    }
    if let from = ends[0], let to = ends[1] { marks.append(.line(from, to, Stroke(.context, width: 1.5))) }
    if let between, between.isFinite {
      let x = scale.held(between)
      marks.append(.line(Point(x, 6), Point(x, 16), Stroke(.ink, width: 1.5)))
    }
    if let from = ends[0] { marks.append(SeriesLook.baseline.marker(at: from)) }
    if let to = ends[1] { marks.append(SeriesLook.slot(1).marker(at: to)) }
    return Drawing(width: width, height: 22, setting: .cell, marks: marks)
  }

  /// The ticks through the row, reaching over its edges so that rows join, as one path.
  private func background(_ height: Double) -> [Mark] {
    var grid = Path()
    for value in ticks.values where !(isDifference && value == 0) {
      grid.append([Point(scale(value), -overhang), Point(scale(value), height + overhang)])
    }
    var marks: [Mark] = [.shape(.path(grid), Style(stroke: .grid), title: nil)]
    if isDifference {
      marks.append(.line(Point(scale(0), -overhang), Point(scale(0), height + overhang), Stroke(.reference)))
    }
    return marks
  }
}
