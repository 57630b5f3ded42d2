/// One thing that is drawn.
package enum Mark: Hashable, Sendable {
  /// A shape, with words shown when a pointer rests on it.
  case shape(Shape, Style, title: String?)
  /// Words.
  case text(TextMark)
  /// Marks of which only the part within a rectangle shows.
  case clip(Rectangle, [Mark])

  /// A line from one point to the other.
  static func line(_ from: Point, _ to: Point, _ stroke: Stroke) -> Mark {
    .shape(.line(from, to), Style(stroke: stroke), title: nil)
  }

  /// A filled rectangle.
  static func rectangle(_ rectangle: Rectangle, _ fill: Fill, title: String? = nil) -> Mark {
    .shape(.rectangle(rectangle), Style(fill: fill), title: title)
  }

  /// Many rectangles of one colour as one mark.
  static func rectangles(_ rectangles: [Rectangle], _ fill: Fill) -> Mark {
    .shape(.path(Path(rectangles: rectangles)), Style(fill: fill), title: nil)
  }

  /// A line through the points.
  static func polyline(_ points: [Point], _ stroke: Stroke, title: String? = nil) -> Mark {
    .shape(.path(Path(points)), Style(stroke: stroke), title: title)
  }
}
