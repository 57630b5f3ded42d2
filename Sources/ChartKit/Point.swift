/// A place in a drawing or in data: x to the right; y downwards in drawings, upwards in data.
package struct Point: Hashable, Sendable {
  /// The horizontal coordinate.
  package var x: Double
  /// The vertical coordinate.
  package var y: Double

  /// The point at `x`, `y`.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are finite.
  var isFinite: Bool { x.isFinite && y.isFinite }
}
