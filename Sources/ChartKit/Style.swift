/// How a shape is painted: by the meaning of its colours, which the style sheet knows in light and dark.
package struct Style: Hashable, Sendable {
  /// The colour inside; none leaves it clear.
  package var fill: Fill?
  /// The line along the edge, if any.
  package var stroke: Stroke?

  /// A style.
  package init(fill: Fill? = nil, stroke: Stroke? = nil) {
    self.fill = fill
    self.stroke = stroke
  }
}
