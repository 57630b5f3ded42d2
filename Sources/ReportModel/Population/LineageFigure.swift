import ChartKit
import Diagnostics
import Markup
import RunModel

/// The lineage as a figure, with a table whose runs are links.
struct LineageFigure {
  private let view: PopulationView

  /// So many runs stand in the table.
  private static let rowLimit = 200

  /// The figure of a search.
  init(_ view: PopulationView) { self.view = view }

  /// The tree, what happened in it, and its data.
  var figure: ReportFigure {
    let chart = LineageChart(view.data)
    let lineage = view.lineage
    var what: RichText =
      "\(view.members(lineage.members.count)) over \(view.generations(lineage.generations.count)), \(Wording.count(lineage.nodes.count, "run")); a line leads from each run to those that went on from it."
    if let omission = chart.omission { what = what + " \(omission)." }
    var figure = ReportFigure(
      slug: "lineage" + view.suffix, finding: finding, what: what, chart: chart, howToRead: howToRead)
    figure.data = table
    return figure
  }

  /// How many members were replaced, or how many went on from rung to rung.
  private var finding: RichText? {
    let lineage = view.lineage
    switch lineage.kind {
    case .population:
      let replaced = lineage.takeovers
      guard lineage.generations.count > 1 else { return nil }
      guard replaced > 0 else {
        return "No member was replaced: each went on by itself"
      }
      let survivors = roots
      return
        "Members were replaced \(strong: Wording.times(replaced)); the last generation descends from \(strong: Wording.number(survivors.left)) of \(Wording.count(survivors.all, "first run"))"
    case .halving:
      guard (2...12).contains(lineage.generations.count) else { return nil }
      let counts = lineage.generations.map { generation in
        lineage.nodes.count { $0.entry.generation == generation }
      }
      let words = counts.dropFirst().map { RichText(plain: Wording.number($0)) }
      return
        "Of \(strong: Wording.count(counts[0], "trial")) \(RichText.list(words, joinedBy: "and then")) went on to the next rung"
    }
  }

  /// How many first runs there are, and from how many of them the runs of the last generation descend.
  private var roots: (all: Int, left: Int) {
    let lineage = view.lineage
    var root: [Int] = []
    for (position, node) in lineage.nodes.enumerated() {
      root.append(node.parent.map { root[$0] } ?? position)
    }
    let last = lineage.nodes.indices.filter { lineage.nodes[$0].entry.generation == lineage.generations.last }
    return (lineage.nodes.count { $0.parent == nil }, Set(last.map { root[$0] }).count)
  }

  private var howToRead: String {
    switch view.lineage.kind {
    case .population:
      "Each row is a member, each dot one of its runs. Where a line comes from another row, the member gave its own run up (a triangle) and went on from that of a better member. Follow the thick line back from the best run to see where it comes from. Rows stand by member, or so that lines are short."
    case .halving:
      "Each row is a trial, each dot a run of it with a larger budget. A triangle marks the rung where a trial was stopped."
    }
  }

  /// All runs in the order of their jobs, each a link.
  var table: ReportTable {
    let lineage = view.lineage
    let line = Set(lineage.bestLine)
    let shown = lineage.nodes.indices.prefix(Self.rowLimit)
    let columns: [ReportTable.Column] = [
      .init("Run"), .init("\(LineageFigure.start(lineage.generationNoun))", .number),
      .init("\(LineageFigure.start(lineage.memberNoun))", .number), .init("Went on from"), .init("Drawn"),
      .init("\(view.metric?.title ?? "Score")", .number), .init("Status"),
    ]
    let rows = shown.map { position in
      let node = lineage.nodes[position]
      return ReportTable.Row(
        [
          .init(view.link(position)), .init(plain: Wording.number(node.entry.generation)),
          .init(plain: Wording.number(node.entry.member)),
          .init(node.parent.map(view.link) ?? ""), .init(node.entry.factors?.words ?? "—"),
          .init(
            plain: LineageText.score(node.entry.score), isBest: position == lineage.best),
          .init(
            node.words
              + (position == lineage.best
                ? " \(quiet: "best")" : line.contains(position) ? " \(quiet: "ancestor of the best")" : "")),
        ], isThis: position == lineage.best)
    }
    let rest = lineage.nodes.count - shown.count
    return ReportTable(
      label: "Data: \(LineageChart(view.data).title)",
      columns: columns,
      groups: [.init(rows: rows)]
        + (rest > 0
          ? [
            .init(
              title: "\(Wording.count(rest, "more run")), on the leaderboard and their own pages", rows: [])
          ]
          : []),
      layout: .init(isDense: true))
  }

  /// `text` with its first letter as a capital.
  static func start(_ text: String) -> String { Wording.sentenceStart(text) }
}

extension LineageNode {
  /// What became of it, for a cell.
  var words: RichText {
    switch fate {
    case .kept: "done"
    case .replaced: "pruned, its member went on from another"
    case .stopped: "pruned, not promoted"
    case .pruned: "pruned"
    case .failed: "failed"
    case .interrupted: "interrupted"
    case .open: "not ended"
    }
  }
}
