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
    let (places, labels) = (ticks.values.map { x($0) }, ticks.labels)
    let kept = LabelPlacement.thinned(
      centers: places, widths: labels.map { TextWidth.of($0, size: size) }, gap: 2)
    return places.indices.flatMap { index -> [Mark] in
      let place = places[index]
      let line = Mark.line(Point(place, bounds.maxY), Point(place, bounds.y), .grid)
      guard kept.contains(index) else { return [line] }
      return [
        line, .text(labels[index], at: Point(place, bounds.maxY + distance), anchor: .middle, size: size),
      ]
    }
  }

  /// Horizontal lines at the ticks, and their labels left of the area.
  func yGrid(_ ticks: Ticks, size: Double = 12, distance: Double = 7) -> [Mark] {
    zip(ticks.values, ticks.labels).flatMap { value, label in
      let place = y(value)
      return [
        Mark.line(Point(bounds.x, place), Point(bounds.maxX, place), .grid),
        .text(label, at: Point(bounds.x - distance, place + 4), anchor: .end, size: size),
      ]
    }
  }
}
