import Markup

extension RankCurveChart {
  package func drawing() -> Drawing {
    let area = PlotArea(Rectangle(x: 30, y: 26, width: 360, height: 340), x: .unit, y: .unit)
    let ticks = Ticks(.unit, count: 5)
    var marks = area.xGrid(ticks) + area.yGrid(ticks)
    marks.append(.text(kind == .roc ? "↑ true-positive rate" : "↑ precision", at: Point(0, 12)))
    marks.append(
      .text(kind == .roc ? "false-positive rate →" : "recall →", at: Point(390, 398), anchor: .end))
    if let guess = guess(area) { marks.append(.line(guess.0, guess.1, .reference)) }
    marks += lines(area)
    let inset = insetFits ? insetArea : nil
    if let inset { marks += enlarged(inset) }
    if let label = guessLabel(area) { marks.append(.text(label)) }
    marks += key(below: inset, area)
    return Drawing(width: 400, height: 400, setting: .figure(.small), marks: marks)
  }

  /// The ends of the line of what guessing gives.
  private func guess(_ area: PlotArea) -> (Point, Point)? {
    if kind == .roc { return (area(Point(0, 0)), area(Point(1, 1))) }
    guard let prevalence, prevalence.isFinite else { return nil }
    let y = area.y.held(prevalence)
    return (Point(area.bounds.x, y), Point(area.bounds.maxX, y))
  }

  /// The words on the line of guessing, where it is not the diagonal that everybody knows.
  private func guessLabel(_ area: PlotArea) -> TextMark? {
    guard kind == .precisionRecall, let prevalence, let y = guess(area)?.0.y else { return nil }
    return TextMark(
      "prevalence \(NumberText.fixed(prevalence, decimals: 2))",
      at: Point(area.bounds.x + 6, y > area.bounds.y + 20 ? y - 6 : y + 14), size: 11, hasHalo: true)
  }

  /// The curves: grey ones as one path, then the highlighted, the first slot on top.
  private func lines(_ area: PlotArea) -> [Mark] {
    var grey = Path()
    var marks: [Mark] = []
    for index in curves.indices.reversed() where looks[index] == .context && !curves[index].points.isEmpty {
      grey.append(Path.thinned(curves[index].points.map { area($0) }))
    }
    if !grey.chains.isEmpty {
      marks.append(.shape(.path(grey), Style(stroke: SeriesLook.context.stroke()), title: nil))
    }
    for index in highlighted.reversed() {
      let points = Path.thinned(curves[index].points.map { area($0) })
      marks.append(
        .polyline(
          points, looks[index].stroke(), title: DisplayName.inSentence(curves[index].name) + scoreText(index))
      )
    }
    return marks
  }

  /// The curves that are not context: the baseline, then by slot.
  private var highlighted: [Int] {
    func rank(_ look: SeriesLook) -> Int {
      switch look {
      case .baseline: 0
      case .slot(let slot): slot
      case .context: Int.max
      }
    }
    return looks.indices.filter { looks[$0] != .context && !curves[$0].points.isEmpty }
      .sorted { rank(looks[$0]) == rank(looks[$1]) ? $0 < $1 : rank(looks[$0]) < rank(looks[$1]) }
  }

  private func scoreText(_ index: Int) -> String {
    let score = curves[index].score.map { $0.isFinite ? NumberText.score($0) : "—" } ?? "—"
    return (areRuns ? ", " : ": ") + scoreName + " " + score
  }

  /// A sample of each highlighted line with its name and score, in the corner that the curves leave free.
  private func key(below inset: PlotArea?, _ area: PlotArea) -> [Mark] {
    let shown = highlighted.prefix(8)
    let texts = shown.map { index in
      let score = scoreText(index)
      let room = 180 - TextWidth.of(score)
      return TextWidth.clipped(DisplayName.inSentence(curves[index].name), to: room) + score
    }
    let size = (width: 30 + (texts.map { TextWidth.of($0) }.max() ?? 0), height: 16 * Double(shown.count))
    let corner = keyCorner(width: size.width, height: size.height, below: inset, area)
    return zip(shown, texts).enumerated().flatMap { row, entry -> [Mark] in
      let y = corner.y + 12 + 16 * Double(row)
      return [
        .line(Point(corner.x, y - 4), Point(corner.x + 22, y - 4), looks[entry.0].stroke()),
        .text(entry.1, at: Point(corner.x + 30, y), ink: .strong, hasHalo: true),
      ]
    }
  }

  /// The upper left corner of the key: below the inset, else where the fewest points of curves would be covered.
  private func keyCorner(width: Double, height: Double, below inset: PlotArea?, _ area: PlotArea) -> Point {
    let bounds = area.bounds
    if let inset {
      return Point(min(inset.bounds.x + 30, inset.bounds.maxX + 10 - width), inset.bounds.maxY + 22)
    }
    var bottom = bounds.maxY - 10 - height
    if let label = guessLabel(area), label.position.y > bottom { bottom = label.position.y - 14 - height }
    let right = bounds.maxX - 6 - width
    let corners =
      kind == .roc
      ? [Point(right, bottom)]
      : [Point(bounds.x + 8, bottom), Point(right, bounds.y + 8), Point(right, bottom)]
    let points = highlighted.flatMap { curves[$0].points.map { area($0) } }
    func covered(_ corner: Point) -> Int {
      let box = Rectangle(x: corner.x, y: corner.y, width: width, height: height).inset(by: -4)
      return points.count { box.contains($0) }
    }
    let counts = corners.map(covered)
    return corners[counts.indices.min { counts[$0] < counts[$1] } ?? 0]
  }
}
