import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel

extension ComparisonReport {
  /// Recomputed metrics with their change against the baseline, then what was only logged.
  var metricsSection: ReportSection? {
    var blocks: [ReportBlock] = []
    if members.contains(where: { $0.entry.evaluated != nil }) {
      blocks.append(.figure(recomputedFigure))
    }
    let recomputed = Set(
      members.flatMap { member in
        member.entry.evaluated.map { evaluated in
          LoggedMetricCheck.checks(of: member.entry.run, against: evaluated.evaluation).map(\.loggedName)
        } ?? []
      })
    let logged = ComparedRows.loggedMetrics(members).filter { !recomputed.contains($0.key) }
    if !logged.isEmpty {
      blocks.append(.heading(blocks.isEmpty ? "As logged" : "Only logged"))
      blocks.append(
        .table(
          ReportTable(
            label: "Logged metrics", columns: columns("Metric", content: .number),
            rows: logged.map(loggedRow),
            layout: .init(isPinned: true))))
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(slug: "metrics", title: "Metrics", blocks: blocks)
  }

  private var names: [String] {
    let evaluations = members.compactMap(\.entry.evaluated?.evaluation)
    var seen: Set<String> = []
    return evaluations.flatMap(\.metrics).map(\.name).filter { seen.insert($0).inserted }
  }

  private var recomputedFigure: ReportFigure {
    let groups = [
      ("Higher is better", ClassificationMetric.Direction.higherIsBetter),
      ("Lower is better", .lowerIsBetter),
    ].compactMap { title, direction -> ReportTable.Group? in
      let rows = names.filter { MetricRegistry.standard[$0]?.direction == direction }.map(recomputedRow)
      return rows.isEmpty ? nil : .init(title: RichText([.init(title)]), rows: rows)
    }
    var columns: [ReportTable.Column] = [.init("Metric"), .init("\(strong: "A")", .number)]
    for member in candidates {
      columns += [.init("\(strong: member.letter)", .tightNumber), .init("\(member.letter) − A", .number)]
    }
    return ReportFigure(
      slug: "metrics-table", finding: finding,
      what:
        "Recomputed from each run’s predictions\(isComparable ? ", the same \(noun.plural)" : "; the runs were not tested on the same \(noun.plural)"). Bold: the best value.",
      table: ReportTable(
        label: "Metrics", columns: columns, groups: groups, layout: .init(isFull: true, isPinned: true)))
  }

  private var finding: RichText? {
    guard isComparable else { return nil }
    let parts = candidates.prefix(3).compactMap { member -> RichText? in
      let pairs = names.compactMap { name -> Bool? in
        guard let own = value(name, member), let other = value(name, baseline),
          let direction = MetricRegistry.standard[name]?.direction
        else { return nil }
        return direction == .higherIsBetter ? own > other : own < other
      }
      guard !pairs.isEmpty else { return nil }
      return "\(member.letter) is ahead of A on \(pairs.count { $0 }) of \(pairs.count) metrics"
    }
    return parts.isEmpty ? nil : RichText.list(parts)
  }

  private func value(_ name: String, _ member: Member) -> Double? {
    member.entry.evaluated?.evaluation[name]?.number
  }

  private func recomputedRow(_ name: String) -> ReportTable.Row {
    let values = members.map { value(name, $0) }
    let isHigher = MetricRegistry.standard[name]?.direction == .higherIsBetter
    let known = values.compactMap { $0 }
    let best = known.count > 1 ? (isHigher ? known.max() : known.min()) : nil
    func cell(_ value: Double?) -> ReportTable.Cell {
      .init(RichText([.init(value.map(NumberText.score) ?? "—")]), isBest: value != nil && value == best)
    }
    var cells: [ReportTable.Cell] = ["\(MetricRegistry.standard[name]?.title ?? name)", cell(values[0])]
    for value in values.dropFirst() {
      cells.append(cell(value))
      guard let value, let first = values[0] else {
        cells.append("")
        continue
      }
      let decimals = max(NumberText.decimals(score: value), NumberText.decimals(score: first))
      cells.append(.init(RichText([.init(NumberText.difference(value - first, decimals: decimals))])))
    }
    return .init(cells)
  }

  private func loggedRow(_ row: ComparedRow) -> ReportTable.Row {
    let direction = MetricDirection.known(for: row.key.text)
    let numbers = row.values.compactMap { $0?.number }.filter { $0.isFinite }
    let best: Double? =
      numbers.count < 2 || !row.differs
      ? nil
      : direction == .higherIsBetter ? numbers.max() : direction == .lowerIsBetter ? numbers.min() : nil
    let mark: RichText = row.differs ? "\(strong: "≠") " : ""
    return .init(
      [.init(mark + "\(code: row.key.text)")]
        + row.values.enumerated().map { position, scalar in
          let change = position == 0 ? nil : self.change(scalar?.number, row.values[0]?.number)
          return .init(ScalarText.metric(scalar), note: change, isBest: best != nil && scalar?.number == best)
        })
  }

  private func change(_ value: Double?, _ first: Double?) -> RichText? {
    guard let value, let first, value.isFinite, first.isFinite, value != first else { return nil }
    let difference = value - first
    return
      "\(NumberText.difference(difference, decimals: NumberText.decimals(significant: difference, digits: 3)))"
  }
}
