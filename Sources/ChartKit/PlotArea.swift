/// The part of a drawing that holds the data, with a scale along each side.
struct PlotArea: Hashable, Sendable {
  /// Where it lies.
  let bounds: Rectangle
  /// From values to places, to the right.
  let x: LinearScale
  /// From values to places, upwards.
  let y: LinearScale

  /// An area for these domains.
  init(_ bounds: Rectangle, x: Domain, y: Domain) {
    self.bounds = bounds
    self.x = LinearScale(domain: x, start: bounds.x, end: bounds.maxX)
    self.y = LinearScale(domain: y, start: bounds.maxY, end: bounds.y)
  }

  /// The place of a data point.
  func callAsFunction(_ point: Point) -> Point { Point(x(point.x), y(point.y)) }

  /// Vertical lines at the ticks, and their labels below the area; labels that would touch are thinned.
  func xGrid(_ ticks: Ticks, size: Double = 12, distance: Double = 16) -> [Mark] {
    let places = ticks.values.map { x($0) }
    let kept = LabelPlacement.thinned(
      centers: places, widths: ticks.labels.map { TextWidth.of($0, size: size) }, gap: 2)
    return places.map { Mark.line(Point($0, bounds.maxY), Point($0, bounds.y), .grid) }
      + kept.map { index in
        .text(
          ticks.labels[index], at: Point(places[index], bounds.maxY + distance), anchor: .middle, size: size)
      }
  }

  /// Horizontal lines at the ticks, and their labels left of the area.
  func yGrid(_ ticks: Ticks, size: Double = 12, distance: Double = 7) -> [Mark] {
    ticks.values.map { Mark.line(Point(bounds.x, y($0)), Point(bounds.maxX, y($0)), .grid) }
      + zip(ticks.values, ticks.labels).map { value, label in
        Mark.text(label, at: Point(bounds.x - distance, y(value) + 4), anchor: .end, size: size)
      }
  }
}
