/// The runs of a lineage: a dot each, a sign where nobody went on, the best run and its ancestors in colour.
struct LineageNodes: Hashable, Sendable {
  /// The runs.
  let data: LineageRuns
  /// `places[i]`: where run `i` stands; nil where it is not drawn.
  let places: [Point?]
  /// How far apart rows are.
  let rowPitch: Double
  /// How far apart columns are.
  let columnPitch: Double

  /// More runs than this become one mark for each sign, without words on hover.
  static let hoverLimit = LineageRuns.wholeLimit

  /// Dots, then signs, then the best run’s line.
  var marks: [Mark] {
    let path = Set(data.path)
    let drawn = places.indices.filter { places[$0] != nil }
    let radius = max(1.25, min(3.5, 0.34 * rowPitch, columnPitch > 0 ? 0.3 * columnPitch : 3.5))
    let hasWords = drawn.count <= Self.hoverLimit
    var marks: [Mark] = []
    for ending in [nil] + MetricOverRunsChart.Ending.allCases.map(Optional.some) {
      let runs = drawn.filter { data.runs[$0].ending == ending && (ending != nil || !path.contains($0)) }
      guard !runs.isEmpty else { continue }
      if hasWords {
        marks += runs.map { titled(mark(ending, at: [places[$0] ?? Point(0, 0)], radius), data.words($0)) }
      } else {
        marks.append(mark(ending, at: runs.compactMap { places[$0] }, radius))
      }
    }
    for run in data.path.reversed() where data.runs[run].ending == nil || run == data.best {
      guard let place = places[run] else { continue }
      let size = run == data.best ? max(4.5, 1.6 * radius) : max(2.25, 1.15 * radius)
      marks.append(SeriesLook.slot(1).marker(at: place, radius: size, title: data.words(run)))
    }
    return marks
  }

  private func mark(_ ending: MetricOverRunsChart.Ending?, at points: [Point], _ radius: Double) -> Mark {
    guard let ending else {
      return .shape(.dots(points), Style(stroke: Stroke(.context, width: 2 * radius)), title: nil)
    }
    return ending.lineageSign(at: points, radius: 1.25 * radius)
  }

  private func titled(_ mark: Mark, _ title: String) -> Mark {
    guard case .shape(let shape, let style, _) = mark else { return mark }
    return .shape(shape, style, title: title)
  }
}

extension MetricOverRunsChart.Ending {
  /// The sign in a lineage, dark, since it ends a line.
  func lineageSign(at points: [Point], radius: Double) -> Mark {
    guard case .shape(let shape, var style, let title) = sign.marks(at: points, radius: radius, slot: 0)
    else {
      return sign.marks(at: points, radius: radius, slot: 0)
    }
    if style.fill != nil { style.fill = .ink }
    if let stroke = style.stroke { style.stroke = Stroke(.ink, width: stroke.width) }
    return .shape(shape, style, title: title)
  }
}
