import Markup

/// What the lines and signs of a lineage mean, in one row below it.
struct LineageKey {
  private let chart: LineageChart

  /// The key of a chart.
  init(_ chart: LineageChart) { self.chart = chart }

  /// The row with its baseline at `y`: lines first, then each sign with how many runs bear it.
  func marks(y: Double) -> [Mark] {
    var marks: [Mark] = []
    var x = 0.0
    func add(_ sample: [Mark], room: Double, _ words: String) {
      marks += sample
      marks.append(.text(words, at: Point(x + room, y), size: 11))
      x += room + TextWidth.of(words, size: 11) + 15
    }
    func line(_ stroke: Stroke) -> [Mark] { [.line(Point(x, y - 4), Point(x + 18, y - 4), stroke)] }
    if chart.data.best != nil { add(line(LineageLines.bestStroke), room: 23, "line of the best run") }
    if chart.takeovers > 0 {
      add(
        [.line(Point(x, y - 8), Point(x + 18, y), LineageLines.acrossStroke)], room: 23,
        "went on from another \(chart.data.rowNoun)")
    }
    for (ending, count) in chart.endings {
      add(
        [ending.lineageSign(at: [Point(x + 5, y - 4)], radius: 4)], room: 14,
        "\(NumberText.integer(count)) \(ending.word)")
    }
    return marks
  }
}
