import ChartKit
import Diagnostics
import Markup
import RunModel

/// The best run and all it descends from as a table: what each was set to, what was drawn, what it scored.
struct AncestorTable {
  private let view: PopulationView

  /// So many runs of the line are listed: the last.
  private static let rowLimit = 40
  /// So many hyperparameters have a column.
  private static let parameterLimit = 6

  /// The table of a search.
  init(_ view: PopulationView) { self.view = view }

  /// The table as a figure; nil where the best run descends from none.
  var figure: ReportFigure? {
    let line = view.lineage.bestLine
    guard line.count > 1, let metric = view.metric else { return nil }
    let shown = line.suffix(Self.rowLimit)
    let names = changing(line)
    let columns: [ReportTable.Column] =
      [
        .init("Run"), .init("Generation", .number), .init("Member", .number), .init("Drawn"),
      ] + names.map { .init("\(code: Wording.label($0.text))", .number) } + [
        .init("\(metric.title)", .number), .init("Gain", .number),
      ]
    var what: RichText = "The best run and all it descends from, the first one first."
    if shown.count < line.count {
      what = what + " The last \(Wording.number(shown.count)) of \(Wording.count(line.count, "run"))."
    }
    let left = changing(line, isCounted: true).count - names.count
    if left > 0 { what = what + " \(Wording.count(left, "more hyperparameter")) changed on the way." }
    return ReportFigure(
      slug: "best-line" + view.suffix, finding: finding(line, metric), what: what,
      table: ReportTable(
        label: "The best run’s line", columns: columns,
        rows: shown.enumerated().map { place, node in
          let index = line.count - shown.count + place
          return row(node, after: index > 0 ? line[index - 1] : nil, names, metric)
        }, layout: .init(isDense: true)))
  }

  private func row(
    _ position: Int, after parent: Int?, _ names: [ExactString], _ metric: PrimaryMetric
  ) -> ReportTable.Row {
    let node = view.lineage.nodes[position]
    let isTakeover = view.lineage.isTakeover(position)
    let score = node.entry.score
    let earlier = parent.flatMap { view.lineage.nodes[$0].entry.score }
    let isBest = position == view.lineage.best
    let gain = score.flatMap { score in earlier.map { MetricText.difference(of: score, from: $0) } }
    let member = Wording.number(node.entry.member)
    var cells: [ReportTable.Cell] = [
      .init(view.link(position)), .init(plain: Wording.number(node.entry.generation)),
      .init(plain: isTakeover ? "\(before(parent)) → \(member)" : member),
      .init(node.entry.factors?.words ?? "—"),
    ]
    cells += names.map { .init(ScalarText.parameter(view.run(position).params[$0], limit: 40)) }
    cells.append(.init(plain: LineageText.score(score), isBest: isBest))
    cells.append(.init(plain: gain ?? ""))
    return .init(cells, isThis: isBest)
  }

  /// The member of the run before, where there is one.
  private func before(_ parent: Int?) -> String {
    parent.map { Wording.number(view.lineage.nodes[$0].entry.member) } ?? ""
  }

  /// The hyperparameters that change along the line, in natural order.
  private func changing(_ line: [Int], isCounted: Bool = false) -> [ExactString] {
    let runs = line.map(view.run)
    let names = Set(runs.flatMap(\.params.keys)).filter { name in
      guard !SeedGroups.isSeed(name) else { return false }
      return ComparedRow(key: name, values: runs.map { $0.params[name] }).differs
    }.sorted(by: NaturalOrder.precedes)
    return isCounted ? names : Array(names.prefix(Self.parameterLimit))
  }

  /// At which step the line gained most.
  private func finding(_ line: [Int], _ metric: PrimaryMetric) -> RichText? {
    guard let isHigherBetter = metric.isHigherBetter else { return nil }
    let nodes = view.lineage.nodes
    let steps = zip(line, line.dropFirst()).compactMap { from, to -> (node: Int, gain: Double)? in
      guard let before = nodes[from].entry.score, let after = nodes[to].entry.score else { return nil }
      return (to, isHigherBetter ? NumberText.gap(after, before) : NumberText.gap(before, after))
    }
    // Of equals the first, which `max` does not give.
    guard let most = steps.reversed().max(by: { $0.gain < $1.gain }), most.gain > 0 else { return nil }
    let gain = MetricText.distance(most.gain, isProportion: metric.isProportion)
    let drawn = nodes[most.node].entry.factors?.words ?? RichText()
    let lead: RichText =
      "The line gained most, \(strong: gain), with generation \(Wording.number(nodes[most.node].entry.generation))"
    return drawn.isEmpty ? lead : lead + ", which has " + drawn
  }
}
