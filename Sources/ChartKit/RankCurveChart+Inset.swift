extension RankCurveChart {
  /// The good corner, five-fold: false-positive rates or recalls at one end, and the upper fifth.
  var insetArea: PlotArea {
    let upper = Domain(low: 0.8, high: 1)
    return kind == .roc
      ? PlotArea(Rectangle(x: 206, y: 96, width: 164, height: 164), x: Domain(low: 0, high: 0.2), y: upper)
      : PlotArea(Rectangle(x: 96, y: 96, width: 164, height: 164), x: upper, y: upper)
  }

  /// Whether an inset helps: every highlighted curve is good, and all pass above where inset and key would stand.
  var insetFits: Bool {
    let drawn = curves.filter { !$0.points.isEmpty }
    let good = kind == .roc ? 0.94 : 0.9
    let isCrowded = zip(curves, looks).allSatisfy { $1 == .context || ($0.score ?? 1) >= good }
    return isCrowded && !drawn.isEmpty
      && drawn.allSatisfy { curve in
        curve.points.allSatisfy { point in
          guard kind == .roc ? point.x > 0.42 : point.x < 0.68 else { return true }
          return point.y > 0.83
        }
      }
  }

  /// The inset: a frame on the ground, ticks, and the curves cut to it.
  func enlarged(_ area: PlotArea) -> [Mark] {
    let bounds = area.bounds
    // The frame and its tick labels need the ground, or grid lines would run through the words.
    let ground = Rectangle(
      x: bounds.x - 28, y: bounds.y - 22, width: bounds.width + 40, height: bounds.height + 42)
    var marks: [Mark] = [.rectangle(ground, .ground)]
    let ticks = Ticks(area.x.domain, count: 2)
    marks += area.xGrid(ticks, size: 11, distance: 14)
    marks += area.yGrid(Ticks(area.y.domain, count: 2), size: 11, distance: 6)
    var lines: [Mark] = []
    for look in drawingOrder {
      for index in curves.indices.reversed() where looks[index] == look {
        let points = curves[index].points.map { area($0) }
        lines.append(.polyline(Path.thinned(Self.clipped(points, to: bounds)), look.stroke()))
      }
    }
    marks.append(.clip(bounds.inset(by: -2), lines))
    marks.append(.shape(.rectangle(bounds), Style(stroke: .axis), title: nil))
    marks.append(.text("the corner, enlarged", at: Point(bounds.x, bounds.y - 8), size: 11))
    return marks
  }

  /// Context first, the first slot and then the baseline last, so on top.
  private var drawingOrder: [SeriesLook] {
    [.context]
      + looks.compactMap { look in if case .slot(let slot) = look { slot } else { nil } }
      .sorted(by: >).map { .slot($0) } + [.baseline]
  }

  /// The part of a line that may show in `bounds`: with one point beyond it on either side.
  static func clipped(_ points: [Point], to bounds: Rectangle) -> [Point] {
    func isNear(_ point: Point) -> Bool {
      point.x >= bounds.x - 2 && point.x <= bounds.maxX + 2 && point.y >= bounds.y - 2
        && point.y <= bounds.maxY + 2
    }
    guard let first = points.firstIndex(where: isNear), let last = points.lastIndex(where: isNear) else {
      return []
    }
    return Array(points[max(0, first - 1)...min(points.count - 1, last + 1)])
  }
}
