import Markup

extension RankCurveChart {
  package func drawing() -> Drawing {
    let area = PlotArea(Rectangle(x: 30, y: 26, width: 360, height: 340), x: .unit, y: .unit)
    let ticks = Ticks(.unit, count: 5)
    var marks = area.xGrid(ticks) + area.yGrid(ticks)
    marks.append(.text(kind == .roc ? "↑ true-positive rate" : "↑ precision", at: Point(0, 12)))
    marks.append(
      .text(kind == .roc ? "false-positive rate →" : "recall →", at: Point(390, 398), anchor: .end))
    marks += guess(area)
    marks += lines(area)
    let inset = insetFits ? insetArea : nil
    if let inset { marks += enlarged(inset) }
    marks += key(below: inset)
    return Drawing(width: 400, height: 400, setting: .figure(.small), marks: marks)
  }

  /// What guessing gives.
  private func guess(_ area: PlotArea) -> [Mark] {
    if kind == .roc { return [.line(area(Point(0, 0)), area(Point(1, 1)), .reference)] }
    guard let prevalence, prevalence.isFinite else { return [] }
    let y = area.y.held(prevalence)
    let text = "prevalence \(NumberText.fixed(prevalence, decimals: 2))"
    return [
      .line(Point(area.bounds.x, y), Point(area.bounds.maxX, y), .reference),
      .text(
        TextMark(
          text, at: Point(area.bounds.x + 6, y > area.bounds.y + 20 ? y - 6 : y + 14), size: 11, hasHalo: true
        )),
    ]
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
      marks.append(.polyline(points, looks[index].stroke(), title: keyText(index)))
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

  private func keyText(_ index: Int) -> String {
    let score = curves[index].score.map { $0.isFinite ? NumberText.score($0) : "—" } ?? "—"
    return DisplayName.inSentence(curves[index].name) + (areRuns ? ", " : ": ") + scoreName + " " + score
  }

  /// A sample of each highlighted line with its name and score: in the worse corner, which good curves leave free.
  private func key(below inset: PlotArea?) -> [Mark] {
    let shown = highlighted.prefix(8)
    let rowHeight = 16.0
    let height = rowHeight * Double(shown.count)
    let bottom = kind == .precisionRecall && (prevalence ?? 0) < 0.18 && inset == nil ? 322.0 : 352.0
    let texts = shown.map { TextWidth.clipped(keyText($0), to: 170) }
    let width = 30 + (texts.map { TextWidth.of($0) }.max() ?? 0)
    let x = kind == .roc ? 384 - width : inset == nil ? 38 : max(38, 260 - width)
    let top = inset.map { $0.bounds.maxY + 34 } ?? bottom - height + 10
    return zip(shown, texts).enumerated().flatMap { row, entry -> [Mark] in
      let y = top + rowHeight * Double(row)
      return [
        .line(Point(x, y - 4), Point(x + 22, y - 4), looks[entry.0].stroke()),
        .text(entry.1, at: Point(x + 30, y), ink: .strong, hasHalo: true),
      ]
    }
  }
}
