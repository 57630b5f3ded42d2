/// A square with an axis on two sides, lines in it, and their names where these cover least.
struct SquarePlot: Hashable, Sendable {
  /// One side of the square.
  struct Axis: Hashable, Sendable {
    /// What it measures, without an arrow.
    var title: String
    /// The values that it spans.
    var domain: Domain
    /// The values with a tick, from low to high.
    var values: [Double]
    /// The labels of the ticks.
    var labels: [String]

    /// An axis with about five ticks.
    init(_ title: String, _ domain: Domain = .unit) {
      let ticks = Ticks(domain, count: 5)
      self.init(title, domain, values: ticks.values, labels: ticks.labels)
    }

    /// An axis with these ticks.
    init(_ title: String, _ domain: Domain, values: [Double], labels: [String]) {
      self.title = title
      self.domain = domain
      self.values = values
      self.labels = labels
    }
  }

  /// One line.
  struct Line: Hashable, Sendable {
    /// What the key calls it.
    var name: String
    /// What the key adds, which is never cut short.
    var detail = ""
    /// How it is drawn.
    var look: SeriesLook
    /// Its points, in data coordinates.
    var points: [Point]
  }

  /// A straight line to compare with, in data coordinates.
  struct Reference: Hashable, Sendable {
    /// Where it begins.
    var from: Point
    /// Where it ends.
    var to: Point
    /// The diagonal of a square from 0 to 1.
    static let diagonal = Reference(from: Point(0, 0), to: Point(1, 1))
  }

  /// The horizontal axis.
  let x: Axis
  /// The vertical axis.
  let y: Axis
  /// The lines.
  let lines: [Line]
  /// The dashed lines.
  let references: [Reference]

  /// A plot of `lines`.
  init(x: Axis, y: Axis, lines: [Line], references: [Reference] = []) {
    self.x = x
    self.y = y
    self.lines = lines
    self.references = references
  }

  /// How wide a drawing of this plot is.
  static let width = 400.0
  /// How high a drawing of this plot is.
  static let height = 400.0

  /// Where the data lie.
  var area: PlotArea {
    let left = max(30, 10 + y.labels.reduce(0) { max($0, TextWidth.of($1).rounded(.up)) })
    return PlotArea(
      Rectangle(x: left, y: 26, width: Self.width - 10 - left, height: 340), x: x.domain, y: y.domain)
  }

  /// Axes, dashed lines, lines and key; `covered` are further places that the key had better leave free.
  func marks(avoiding covered: [Point] = [], hasTitleBelow: Bool = true) -> [Mark] {
    let area = area
    var marks = grid(area)
    marks.append(.text("↑ \(y.title)", at: Point(0, 12)))
    if hasTitleBelow {
      marks.append(.text("\(x.title) →", at: Point(area.bounds.maxX, 398), anchor: .end))
    }
    marks += references.map { .line(area($0.from), area($0.to), .reference) }
    marks += strokes(area)
    return marks + key(area, avoiding: covered)
  }

  private func grid(_ area: PlotArea) -> [Mark] {
    let bounds = area.bounds
    let vertical = zip(x.values, x.labels).flatMap { value, label -> [Mark] in
      let place = area.x(value)
      return [
        .line(Point(place, bounds.maxY), Point(place, bounds.y), .grid),
        .text(label, at: Point(place, bounds.maxY + 16), anchor: .middle),
      ]
    }
    return vertical
      + zip(y.values, y.labels).flatMap { value, label -> [Mark] in
        let place = area.y(value)
        return [
          .line(Point(bounds.x, place), Point(bounds.maxX, place), .grid),
          .text(label, at: Point(bounds.x - 7, place + 4), anchor: .end),
        ]
      }
  }

  /// The lines: grey ones as one path, then the others, the first slot on top.
  private func strokes(_ area: PlotArea) -> [Mark] {
    var grey = Path()
    for line in lines.reversed() where line.look == .context && !line.points.isEmpty {
      grey.append(Path.simplified(held(line.points, area)))
    }
    let context: [Mark] =
      grey.chains.isEmpty
      ? [] : [.shape(.path(grey), Style(stroke: SeriesLook.context.stroke()), title: nil)]
    return context
      + highlighted.reversed().map { line in
        .polyline(
          Path.simplified(held(line.points, area)), line.look.stroke(),
          title: DisplayName.inSentence(line.name) + line.detail)
      }
  }

  /// The places of points, held within the square.
  private func held(_ points: [Point], _ area: PlotArea) -> [Point] {
    points.map { Point(area.x.held($0.x), area.y.held($0.y)) }
  }

  /// The lines that are not context, by slot.
  private var highlighted: [Line] {
    func rank(_ look: SeriesLook) -> Int { if case .slot(let slot) = look { slot } else { 0 } }
    return lines.enumerated().filter { $0.element.look != .context && !$0.element.points.isEmpty }
      .sorted { (rank($0.element.look), $0.offset) < (rank($1.element.look), $1.offset) }.map(\.element)
  }

  /// A sample of each line with its name, in the corner where it covers least.
  private func key(_ area: PlotArea, avoiding covered: [Point]) -> [Mark] {
    let shown = highlighted.prefix(8)
    guard shown.count > 1 || shown.contains(where: { !$0.name.isEmpty }) else { return [] }
    let texts = shown.map { line in
      TextWidth.clipped(DisplayName.inSentence(line.name), to: 180 - TextWidth.of(line.detail)) + line.detail
    }
    let size = (width: 30 + (texts.map { TextWidth.of($0) }.max() ?? 0), height: 16 * Double(shown.count))
    let corner = keyCorner(size, area, avoiding: covered)
    return zip(shown, texts).enumerated().flatMap { row, entry -> [Mark] in
      let y = corner.y + 12 + 16 * Double(row)
      return [
        .line(Point(corner.x, y - 4), Point(corner.x + 22, y - 4), entry.0.look.stroke()),
        .text(entry.1, at: Point(corner.x + 30, y), ink: .strong, hasHalo: true),
      ]
    }
  }

  private func keyCorner(
    _ size: (width: Double, height: Double), _ area: PlotArea, avoiding covered: [Point]
  ) -> Point {
    let bounds = area.bounds
    let (left, right) = (bounds.x + 8, bounds.maxX - 6 - size.width)
    let (top, bottom) = (bounds.y + 8, bounds.maxY - 10 - size.height)
    let corners = [Point(right, bottom), Point(right, top), Point(left, bottom), Point(left, top)]
    let places =
      covered.map { area($0) }
      + (highlighted.map { held($0.points, area) } + references.map { [area($0.from), area($0.to)] })
      .flatMap(Self.alongLine)
    let counts = corners.map { corner in
      let box = Rectangle(x: corner.x, y: corner.y, width: size.width, height: size.height).inset(by: -4)
      return places.count { box.contains($0) }
    }
    return corners[counts.indices.min { counts[$0] < counts[$1] } ?? 0]
  }

  /// Places along a line, no more than some eight units apart.
  private static func alongLine(_ points: [Point]) -> [Point] {
    zip(points, points.dropFirst()).flatMap { from, to -> [Point] in
      let steps = max(1, Int(max((to.x - from.x).magnitude, (to.y - from.y).magnitude) / 8))
      return (0...steps).map { step in
        let part = Double(step) / Double(steps)
        return Point(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y))
      }
    }
  }
}
