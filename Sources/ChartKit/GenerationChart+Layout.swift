import Markup

extension GenerationChart {
  /// More dots than this become one mark without words on hover.
  private static let hoverLimit = 400
  /// More dots hide one another anyway.
  private static let dotLimit = 3_000
  /// Of a longer line only the end has a dot.
  private static let pathLimit = 120
  private static let width = 440.0
  private static let plotHeight = 210.0

  package func drawing() -> Drawing {
    let y = NumberAxis(
      values.compactMap(\.self), count: Ticks.count(height: Self.plotHeight),
      logarithmicFrom: isMetric ? 1000.nextUp : 100, margin: 0.02)
    let left = 12 + y.labels.reduce(0) { max($0, TextWidth.of($1).rounded(.up)) }
    let names = endNames
    let right = names.isEmpty ? 14 : 26 + (names.map { TextWidth.of($0.text, size: 11) }.max() ?? 0)
    let bounds = Rectangle(x: left, y: 26, width: Self.width - left - right, height: Self.plotHeight)
    let area = PlotArea(
      bounds, x: Domain(low: 0, high: Double(max(1, data.columns.count - 1))).widened(by: 0.03), y: y.domain)
    func place(_ run: Int) -> Point? {
      guard let value = values[run], data.columns.indices.contains(data.runs[run].column) else { return nil }
      let point = Point(area.x(Double(data.runs[run].column)), area.y(y.place(value)))
      return point.isFinite ? point : nil
    }
    let places = data.runs.indices.map(place)
    var marks: [Mark] = [
      .text(DisplayName.axisTitle(valueName, before: "↑ ", after: y.remark, width: 436), at: Point(0, 12))
    ]
    marks += zip(y.places, y.labels).flatMap { value, label -> [Mark] in
      [
        .line(Point(bounds.x, area.y(value)), Point(bounds.maxX, area.y(value)), .grid),
        .text(label, at: Point(bounds.x - 6, area.y(value) + 4), anchor: .end),
      ]
    }
    marks += columnAxis(area)
    marks += [lines(places), dots(places)].flatMap(\.self)
    marks += summaryLines(area, y)
    marks += bestLine(places)
    marks += labels(names, area, y)
    marks += bestName(places, area)
    return Drawing(
      width: Self.width, height: hasCounts ? 306 : 290, setting: .figure(.medium), marks: marks)
  }

  /// The names of generations, and how many runs each has.
  private func columnAxis(_ area: PlotArea) -> [Mark] {
    let bounds = area.bounds
    let places = data.columns.indices.map { area.x(Double($0)) }
    let names = data.columns.map { TextWidth.clipped($0, to: 60) }
    let counts = summaries.map { "\(NumberText.integer($0.count)) run\($0.count == 1 ? "" : "s")" }
    let widths = data.columns.indices.map { column in
      max(
        TextWidth.of(names[column]), hasCounts ? TextWidth.of(counts[column], size: 11) : 0)
    }
    var marks: [Mark] = [.line(Point(bounds.x, bounds.maxY), Point(bounds.maxX, bounds.maxY), .axis)]
    let kept = LabelPlacement.thinned(centers: places, widths: widths, gap: 6)
    for column in kept {
      marks.append(
        .line(Point(places[column], bounds.maxY), Point(places[column], bounds.maxY + 4), .axis))
      marks.append(
        .text(names[column], at: Point(places[column], bounds.maxY + 18), anchor: .middle))
      if hasCounts {
        marks.append(
          .text(counts[column], at: Point(places[column], bounds.maxY + 32), anchor: .middle, size: 11))
      }
    }
    marks.append(
      .text(
        "\(data.columnNoun) →", at: Point(bounds.maxX, bounds.maxY + (hasCounts ? 50 : 36)), anchor: .end))
    return marks
  }

  /// A grey line from each run to those that went on from it.
  private func lines(_ places: [Point?]) -> [Mark] {
    guard hasLines else { return [] }
    var path = Path()
    for (run, entry) in data.runs.enumerated() where data.isShown[run] {
      guard let parent = entry.parent, let from = places[parent], let to = places[run] else { continue }
      path.append([from, to])
    }
    guard !path.chains.isEmpty else { return [] }
    let width = path.chains.count > 400 ? 0.75 : 1
    return [.shape(.path(path), Style(stroke: Stroke(.context, width: width)), title: nil)]
  }

  private func dots(_ places: [Point?]) -> [Mark] {
    let line = Set(data.path)
    let runs = places.indices.filter { places[$0] != nil && !line.contains($0) }
    let radius = runs.count > 1_000 ? 1.25 : runs.count > 250 ? 2 : hasLines ? 2 : 2.75
    guard runs.count <= Self.hoverLimit else {
      let dots = Path.spread(runs.compactMap { places[$0] }, limit: Self.dotLimit)
      return [.shape(.dots(dots), Style(stroke: Stroke(.context, width: 2 * radius)), title: nil)]
    }
    return runs.compactMap { run in
      places[run].map {
        .shape(.circle($0, radius: radius), Style(fill: .context), title: words(run))
      }
    }
  }

  private func words(_ run: Int) -> String {
    isMetric
      ? data.words(run) : "\(DisplayName.inSentence(valueName)) \(text(values[run])): \(data.words(run))"
  }

  /// The best of each generation as a solid line, the median dashed.
  private func summaryLines(_ area: PlotArea, _ y: NumberAxis) -> [Mark] {
    guard hasSummary else { return [] }
    func points(_ value: (Summary) -> Double?) -> [Point] {
      summaries.enumerated().map { column, summary in
        value(summary).map { Point(area.x(Double(column)), area.y(y.place($0))) } ?? Point(.nan, .nan)
      }
    }
    return [
      .polyline(Path.thinned(points(\.median)), Self.medianStroke),
      .polyline(Path.thinned(points(\.best)), Self.bestStroke),
    ].filter { mark in
      guard case .shape(.path(let path), _, _) = mark else { return false }
      return path.chains.contains { $0.points.contains(where: \.isFinite) }
    }
  }

  /// The best run with its ancestors.
  private func bestLine(_ places: [Point?]) -> [Mark] {
    let points = data.path.map { places[$0] ?? Point(.nan, .nan) }
    guard points.contains(where: \.isFinite) else { return [] }
    let radius = data.path.count > 40 ? 1.75 : 3.0
    var marks: [Mark] = [.polyline(Path.thinned(points), Stroke(.series(1), width: 2.5))]
    // Dots that touch say no more than their line.
    for run in data.path.count > Self.pathLimit ? data.path.suffix(1) : data.path[...] {
      guard let place = places[run] else { continue }
      let isBest = run == data.best
      marks.append(
        SeriesLook.slot(1).marker(
          at: place, radius: isBest ? max(4.5, radius) : radius, title: words(run)))
    }
    return marks
  }

  /// The name of the best run’s line beside its end, where that lies left of the last generation.
  private func bestName(_ places: [Point?], _ area: PlotArea) -> [Mark] {
    guard let best = data.best, let place = places[best], !endsAtRight else { return [] }
    let width = TextWidth.of(Self.bestLineName, size: 11, isBold: true)
    let x = min(max(area.bounds.x, place.x - 4), area.bounds.maxX - width)
    let y = place.y - 10 > area.bounds.y + 8 ? place.y - 10 : place.y + 20
    return [.text(Self.bestLineName, at: Point(x, y), size: 11, isBold: true, ink: .strong, hasHalo: true)]
  }

  private static let bestLineName = "best run’s line"

  /// Whether the best run is of the last generation.
  private var endsAtRight: Bool {
    data.best.map { data.runs[$0].column == data.columns.count - 1 } ?? false
  }

  static let medianStroke = Stroke(.ink, width: 1.75, dash: [5, 3])
  static let bestStroke = Stroke(.ink, width: 1.5)

  /// The names that stand right of the plot, each at the end of its line.
  private var endNames: [(text: String, value: Double, isStrong: Bool)] {
    var names: [(text: String, value: Double, isStrong: Bool)] = []
    if let best = data.best, let value = values[best], endsAtRight {
      names.append((Self.bestLineName, value, true))
    }
    if hasSummary {
      let summaries = summaries
      if let value = summaries.last(where: { $0.best != nil })?.best { names.append(("best", value, false)) }
      if let value = summaries.last(where: { $0.median != nil })?.median {
        names.append(("median", value, false))
      }
    }
    return names
  }

  private func labels(
    _ names: [(text: String, value: Double, isStrong: Bool)], _ area: PlotArea, _ y: NumberAxis
  ) -> [Mark] {
    let wanted = names.map { area.y(y.place($0.value)) }
    guard wanted.allSatisfy(\.isFinite) else { return [] }
    let places = LabelPlacement.pushedApart(
      wanted, gap: 14, low: area.bounds.y, high: area.bounds.maxY)
    return names.indices.flatMap { index -> [Mark] in
      let x = area.bounds.maxX
      return [
        .polyline([Point(x + 2, wanted[index]), Point(x + 12, places[index])], .axis),
        .text(
          names[index].text, at: Point(x + 15, places[index] + 4), size: 11,
          isBold: names[index].isStrong, ink: .strong),
      ]
    }
  }
}
