/// An area with two axes of numbers, its grid, and room for names beside points.
struct ScatterPlot: Hashable, Sendable {
  /// Where the points lie.
  let area: PlotArea
  /// The axis to the right.
  let x: NumberAxis
  /// The axis upwards.
  let y: NumberAxis

  /// The place of a pair of values.
  func place(_ x: Double, _ y: Double) -> Point { Point(area.x(self.x.place(x)), self.y(y)) }

  /// The height of a value.
  func y(_ value: Double) -> Double { area.y(y.place(value)) }

  /// Horizontal lines with their labels, and ticks below with theirs; labels that would touch are thinned.
  func grid(widths: [Double]) -> [Mark] {
    let bounds = area.bounds
    var marks = zip(y.places, y.labels).flatMap { value, label -> [Mark] in
      let place = area.y(value)
      return [
        .line(Point(bounds.x, place), Point(bounds.maxX, place), .grid),
        .text(label, at: Point(bounds.x - 6, place + 4), anchor: .end),
      ]
    }
    marks.append(.line(Point(bounds.x, bounds.maxY), Point(bounds.maxX, bounds.maxY), .axis))
    let places = x.places.map { area.x($0) }
    marks += places.map { .line(Point($0, bounds.maxY), Point($0, bounds.maxY + 4), .axis) }
    marks += LabelPlacement.thinned(centers: places, widths: widths, gap: 8).map { index in
      .text(x.labels[index], at: Point(places[index], bounds.maxY + 18), anchor: .middle)
    }
    return marks
  }

  /// Where a name of this width covers the fewest points: above `own`, its dot and interval, below, at the right or at
  /// the left.
  ///
  /// - Returns: its room, 13 units high; nothing if every place would touch `taken`.
  func room(
    width: Double, beside own: Rectangle, avoiding points: [Point], taken: [Rectangle], right: Double
  ) -> Rectangle? {
    let bounds = area.bounds
    let middle = min(max(own.center.x - width / 2, bounds.x + 2), right - width)
    let places = [
      Rectangle(x: middle, y: own.y - 15, width: width, height: 13),
      Rectangle(x: middle, y: own.maxY + 2, width: width, height: 13),
      Rectangle(x: own.maxX + 4, y: own.center.y - 6, width: width, height: 13),
      Rectangle(x: own.x - 4 - width, y: own.center.y - 6, width: width, height: 13),
    ].filter { box in
      box.x >= bounds.x && box.maxX <= right && box.y >= 14 && box.maxY <= bounds.maxY + 2
        && !taken.contains { $0.overlaps(box) }
    }
    func covered(_ box: Rectangle) -> Int { points.count { box.inset(by: -5).contains($0) } }
    // Of equals the first, which `min` returns.
    return places.min { covered($0) < covered($1) }
  }
}
