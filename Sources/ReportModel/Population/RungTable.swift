import ChartKit
import Diagnostics
import Markup
import RunModel

/// The rungs of successive halving as a table: how much each may spend, how many runs it had, and what became of them.
struct RungTable {
  private let view: PopulationView

  /// So many rungs are listed.
  private static let rowLimit = 30

  /// The table of a search.
  init(_ view: PopulationView) { self.view = view }

  /// The table as a figure; nil without any rung.
  var figure: ReportFigure? {
    let rungs = view.lineage.generations.prefix(Self.rowLimit)
    guard !rungs.isEmpty else { return nil }
    let budget = HalvingBudget(view)
    let columns: [ReportTable.Column] =
      [.init("Rung", .number)] + (budget.map { [.init("\(code: $0.label)", .number)] } ?? []) + [
        .init("Runs", .number), .init("Went on", .number), .init("Stopped", .number),
        .init("Failed", .number), .init("Best", .number), .init("Median", .number),
      ]
    var what: RichText = "What became of the runs of each rung; a run goes on as a run of the next."
    let rest = view.lineage.generations.count - rungs.count
    if rest > 0 { what = what + " \(Wording.count(rest, "more rung")) not listed." }
    return ReportFigure(
      slug: "rung-table" + view.suffix, finding: reached(budget), what: what,
      table: ReportTable(
        label: "Rungs", columns: columns, rows: rungs.map { row($0, budget) }))
  }

  private func row(_ rung: Int, _ budget: HalvingBudget?) -> ReportTable.Row {
    let nodes = view.lineage.nodes.filter { $0.entry.generation == rung }
    let scores = nodes.compactMap(\.entry.score).sorted()
    let best = view.metric?.isHigherBetter.flatMap { $0 ? scores.last : scores.first }
    let middle = scores.count / 2
    let median: Double? =
      scores.isEmpty
      ? nil : scores.count % 2 == 1 ? scores[middle] : scores[middle - 1] / 2 + scores[middle] / 2
    let cells: [ReportTable.Cell] = [
      .init(plain: Wording.number(nodes.count)),
      .init(plain: Wording.number(nodes.count { !$0.children.isEmpty })),
      .init(plain: Wording.number(nodes.count(where: \.isPruned))),
      .init(plain: Wording.number(nodes.count { $0.fate == .failed })),
      .init(plain: LineageText.score(best)), .init(plain: LineageText.score(median)),
    ]
    return .init(
      [.init(plain: Wording.number(rung))]
        + (budget.map { [.init(plain: $0.text(rung))] } ?? []) + cells)
  }

  /// How many trials came to the last rung.
  private func reached(_ budget: HalvingBudget?) -> RichText? {
    guard let last = view.lineage.generations.last, last > 0 else { return nil }
    let count = view.lineage.nodes.count { $0.entry.generation == last }
    let trials = view.members(view.lineage.members.count)
    let amount = budget.map { "\($0.text(last)) \($0.label)" } ?? "rung \(Wording.number(last))"
    return
      "\(strong: "\(Wording.number(count)) of \(trials)") \(count == 1 ? "was" : "were") given the most, \(amount)"
  }
}
