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
      let names = headlines
      blocks.append(.figure(recomputedFigure(names.shown)))
      if !names.folded.isEmpty {
        blocks.append(
          .fold(
            summary: "\(Wording.count(names.folded.count, "more metric"))",
            blocks: [.table(recomputedTable("More metrics", names.folded))]))
      }
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

  private var headlines: HeadlineMetrics {
    let task = members.lazy.compactMap(\.entry.evaluated?.evaluation.schema.task).first
    return HeadlineMetrics(
      names, task: task ?? .multiclass, keeping: Set(metric.map { [$0.name.text] } ?? []))
  }

  private func recomputedTable(_ label: String, _ names: [String]) -> ReportTable {
    var columns: [ReportTable.Column] = [.init("Metric"), .init("\(strong: "A")", .number)]
    for member in candidates {
      columns += [.init("\(strong: member.letter)", .tightNumber), .init("\(member.letter) − A", .number)]
    }
    return ReportTable(
      label: label, columns: columns, groups: ReportTable.Group.byDirection(names, row: recomputedRow),
      layout: .init(isFull: true, isPinned: true))
  }

  private func recomputedFigure(_ names: [String]) -> ReportFigure {
    ReportFigure(
      slug: "metrics-table", finding: finding,
      what: (isComparable
        ? "Recomputed from each run’s predictions, the same \(noun.plural). Bold: the best value. Below a difference: its paired 95 % interval, and p corrected by Holm for the number of \(comparisons.count > 1 ? "candidates" : "metrics")."
        : "Recomputed from each run’s predictions; as their examples may differ, no value is marked as best.")
        + filesRemark,
      table: recomputedTable("Metrics", names))
  }

  /// Where every difference is, if files lie beside the page.
  private var filesRemark: RichText {
    guard hasFiles, comparisons.contains(where: { $0 != nil }) else { return "" }
    let table: RichText = "\(PageFiles.differences, link: .file(PageFiles.differences))"
    let whole: RichText = "\(PageFiles.comparison, link: .file(PageFiles.comparison))"
    return " Every difference with its method and n is in " + table + ", the whole comparison in " + whole
      + "."
  }

  private var finding: RichText? {
    guard let evaluations = sharedEvaluations else { return nil }
    let names = names
    let parts = zip(members, evaluations).dropFirst().prefix(3).compactMap {
      member, evaluation -> RichText? in
      let lead = MetricLead(of: evaluation, over: evaluations[0], on: names)
      guard lead.compared > 0 else { return nil }
      return "\(member.letter) is \(lead.words.lowercased()) A \(lead.basis)"
    }
    return parts.isEmpty ? nil : RichText.list(parts)
  }

  private func value(_ name: String, _ member: Member) -> Double? {
    member.entry.evaluated?.evaluation[name]?.number
  }

  private func recomputedRow(_ name: String) -> ReportTable.Row {
    let values = members.map { value(name, $0) }
    let direction = MetricRegistry.standard[name]?.direction
    let best = isComparable ? best(values, isHigherBetter: direction == .higherIsBetter) : nil
    func cell(_ value: Double?) -> ReportTable.Cell {
      .init(plain: value.map(NumberText.score) ?? "—", isBest: value != nil && value == best)
    }
    var cells: [ReportTable.Cell] = ["\(MetricRegistry.standard[name]?.title ?? name)", cell(values[0])]
    for (value, comparison) in zip(values.dropFirst(), comparisons) {
      cells.append(cell(value))
      cells.append(
        .init("\(MetricText.difference(of: value, from: values[0]))", note: note(on: name, comparison)))
    }
    return .init(cells)
  }

  /// The interval of a difference and its p, or nothing where there is none.
  private func note(on name: String, _ comparison: PairedComparison?) -> RichText? {
    guard let difference = comparison?[name], let interval = difference.interval.interval else { return nil }
    let range = PairedText.interval(interval, isProportion: false)
    let p = difference.adjustedPValue.map { ", p \(PairedText.pValue($0))" } ?? ""
    return "\(range)\(p)"
  }

  /// The best of the values; nil where they do not differ.
  private func best(_ values: [Double?], isHigherBetter: Bool) -> Double? {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    guard let low = known.min(), let high = known.max(), low < high else { return nil }
    return isHigherBetter ? high : low
  }

  private func loggedRow(_ row: ComparedRow) -> ReportTable.Row {
    let direction = MetricDirection.known(for: row.key.text)
    let best =
      direction == .unknown
      ? nil : best(row.values.map { $0?.number }, isHigherBetter: direction == .higherIsBetter)
    return .init(
      [.init(head(row))]
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
