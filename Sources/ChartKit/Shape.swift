/// The geometry of a mark.
package enum Shape: Hashable, Sendable {
  /// A straight line.
  case line(Point, Point)
  /// Chains of straight lines.
  case path(Path)
  /// An upright rectangle.
  case rectangle(Rectangle)
  /// A disc by its centre and radius.
  case circle(Point, radius: Double)
  /// Many dots as one mark, as wide as the style's stroke.
  case dots([Point])
  /// A square on its corner, as large to the eye as a disc of this radius.
  case diamond(Point, radius: Double)
}
