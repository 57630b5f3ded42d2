import Markup

/// Who went on from whom: a column for each generation, a row for each member, a line from each run to those that went on
/// from it.
///
/// A line along a row is a member that went on by itself; one that crosses to another row is a member that took over
/// from a better one. The best run and all it descends from are blue and thick; a triangle marks a run that nobody
/// went on from because it was replaced or stopped, a cross one that failed, a square one that was interrupted. Below
/// stands what was drawn at each step of the best run’s line. Of a large lineage the part that ``LineageGrid`` chooses
/// is drawn, and the rest is said.
package struct LineageChart: Chart, Hashable {
  /// The runs.
  package let data: LineageRuns
  let grid: LineageGrid

  /// So many columns stand in a narrow drawing.
  static let fewColumns = 6
  /// The room right of the columns.
  static let nameRoom = 128.0
  /// At most so many hyperparameters have a row of factors.
  static let factorRowLimit = 4
  /// Below this distance of columns there is no room for factors between them.
  static let factorPitch = 46.0

  /// The lineage of these runs.
  package init(_ data: LineageRuns) {
    self.data = data
    grid = LineageGrid(data, width: Self.width(data) - Self.left(data) - Self.nameRoom)
  }

  /// The width of the drawing in user units.
  ///
  /// Where a page is narrow, drawings wider than 480 units keep 560 pixels: with fewer units their words stay larger.
  static func width(_ data: LineageRuns) -> Double {
    data.columns.count <= fewColumns ? 480 : data.columns.count <= 14 ? 720 : 920
  }

  /// The room for names left of the columns: of rows, and of hyperparameters below.
  static func left(_ data: LineageRuns) -> Double {
    let names = data.rows.prefix(LineageGrid.rowLimit * 10).map { TextWidth.of($0, size: 11) }.max() ?? 0
    let factors = data.factorNames.prefix(factorRowLimit).map { TextWidth.of($0, size: 11) }.max() ?? 0
    return 16 + max(20, min(max(names, factors), 120))
  }

  /// What is not drawn; nil when everything is.
  package var omission: String? { grid.omission(data) }

  /// How many runs went on from a run of another row.
  package var takeovers: Int {
    data.runs.count { run in run.parent.map { data.runs[$0].row != run.row } ?? false }
  }

  /// How many of the runs with lines bear each sign; endings without runs are left out.
  var endings: [(ending: MetricOverRunsChart.Ending, count: Int)] {
    MetricOverRunsChart.Ending.allCases.compactMap { ending in
      let count = data.runs.indices.count { data.runs[$0].ending == ending && data.isShown[$0] }
      return count == 0 ? nil : (ending: ending, count: count)
    }
  }

  package var title: String {
    "Lineage of \(count(data.rows.count, data.rowNoun)) over \(count(data.columns.count, data.columnNoun))"
  }

  package var summary: String {
    var sentences = ["\(count(data.runs.count, "run"))"]
    if let best = data.best, let first = data.path.first {
      sentences.append(
        best == first
          ? "The best, \(data.name(best)), is the first of its line"
          : "The best, \(data.name(best)), descends from \(data.name(first)) by \(count(data.path.count - 1, "step"))"
      )
    }
    if takeovers > 0 {
      sentences.append("\(count(takeovers, "time")) a \(data.rowNoun) went on from a run of another")
    }
    sentences += endings.map { "\(NumberText.integer($0.count)) \($0.ending.word)" }
    return (sentences + [omission].compactMap(\.self)).joined(separator: ". ") + "."
  }

  /// All runs in their order, with what they went on from and what was drawn.
  package var table: ChartTable {
    let heading = DisplayName.inSentence(data.metric)
    let path = Set(data.path)
    return ChartTable(
      columns: [
        .text("Run"), .number(Self.start(data.columnNoun)), .number(Self.start(data.rowNoun)),
        .text("Went on from"), .text("Drawn"), .number(Self.start(heading)), .text("Remark"),
      ], items: data.runs.indices
    ) { position in
      let run = data.runs[position]
      let remarks = [
        position == data.best ? "best" : path.contains(position) ? "ancestor of the best" : nil,
        run.ending?.word,
      ]
      return [
        run.name, data.columns.indices.contains(run.column) ? data.columns[run.column] : "—",
        data.rows.indices.contains(run.row) ? data.rows[run.row] : "—",
        run.parent.map { data.runs[$0].name } ?? "", data.factorWords(position),
        LineageText.score(run.value), remarks.compactMap(\.self).joined(separator: ", "),
      ]
    }
  }

  static func start(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(NumberText.integer(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
