/// How a run or a label looks in every figure of a page: colour, marker and dashes together, never colour alone.
package enum SeriesLook: Hashable, Sendable {
  /// The run that others are compared with: ink, hollow.
  case baseline
  /// A run or label in question by its slot, from 1; beyond the seventh it is drawn as context.
  case slot(Int)
  /// There for comparison only: grey.
  case context

  /// The line of the series.
  func stroke(width: Double = 2.25) -> Stroke {
    switch self {
    case .baseline: Stroke(.ink, width: width - 0.75)
    case .slot(let slot) where (1...Palette.seriesCount).contains(slot):
      Stroke(.series(slot), width: width, dash: Self.dashes[slot - 1])
    case .slot, .context: Stroke(.context)
    }
  }

  /// The solid line of an interval in the colour of the series.
  func intervalStroke(width: Double = 2) -> Stroke {
    switch self {
    case .baseline, .context: Stroke(.context, width: width)
    case .slot(let slot): Stroke(Self.role(slot), width: width)
    }
  }

  /// The marker of the series around a point.
  func marker(at center: Point, radius: Double = 4.5, title: String? = nil) -> Mark {
    switch self {
    case .baseline:
      .shape(
        .circle(center, radius: radius - 0.5), Style(fill: .ground, stroke: Stroke(.ink, width: 1.75)),
        title: title)
    case .context: .shape(.circle(center, radius: radius), Style(fill: .ink), title: title)
    case .slot(let slot):
      .shape(
        slot % 2 == 1 ? .circle(center, radius: radius) : .diamond(center, radius: radius),
        Style(fill: (1...Palette.seriesCount).contains(slot) ? .series(slot) : .context), title: title)
    }
  }

  /// The sign of the series in a line of text.
  package var sign: Drawing {
    Drawing(width: 12, height: 12, setting: .sign, marks: [marker(at: Point(6, 6), radius: 4.2)])
  }

  private static func role(_ slot: Int) -> Stroke.Role {
    (1...Palette.seriesCount).contains(slot) ? .series(slot) : .context
  }

  /// Solid, long, dotted, dash-dot and so on, by slot.
  private static let dashes: [[Double]] = [
    [], [7, 3], [9, 3, 2, 3], [2, 2.5], [12, 3], [5, 2, 1, 2, 1, 2], [4, 4],
  ]
}
