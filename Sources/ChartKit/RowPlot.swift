/// Small drawings for the rows of a table that share one scale, and the axis for its head.
package struct RowPlot: Hashable, Sendable {
  /// The smallest and the largest value that has a place.
  let domain: (low: Double, high: Double)
  /// The width of a cell in user units.
  let width: Double

  /// A scale that holds `values`; what is not finite does not count.
  package init(values: some Sequence<Double>, width: Double = 190) {
    domain = (0, 1)
    self.width = width
  }

  /// The value at which the axis starts, for the caption.
  package var start: Double { domain.low }

  /// The axis for the head of the column.
  package func axis() -> Drawing { Drawing(width: width, height: 18, setting: .cell) }

  /// A value with its interval, and the baseline's value as a hollow circle.
  package func dot(
    _ value: Double?, low: Double? = nil, high: Double? = nil, look: SeriesLook = .slot(1),
    baseline: Double? = nil, reference: Double? = nil
  ) -> Drawing { Drawing(width: width, height: 22, setting: .cell) }

  /// Two values joined by a line: the first hollow, the second filled.
  package func dumbbell(_ first: Double?, _ second: Double?) -> Drawing {
    Drawing(width: width, height: 22, setting: .cell)
  }

  package static func == (left: RowPlot, right: RowPlot) -> Bool {
    left.domain == right.domain && left.width == right.width
  }

  package func hash(into hasher: inout Hasher) {}
}
