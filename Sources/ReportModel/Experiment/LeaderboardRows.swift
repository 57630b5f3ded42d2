import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel

/// The rows of a leaderboard: score, interval, plot, distance to the leader, other metrics, parameters that differ.
struct LeaderboardRows {
  /// The parameters that have a column.
  let parameters: [ExactString]
  /// How many parameters differ without having one.
  let parametersLeftOut: Int
  private let analysis: ExperimentAnalysis
  private let metric: PrimaryMetric
  private let others: [String]
  private let plot: RowPlot
  private let ties: LeaderTies

  init(
    _ analysis: ExperimentAnalysis, metric: PrimaryMetric, ties: LeaderTies, parameterLimit: Int
  ) {
    self.analysis = analysis
    self.metric = metric
    self.ties = ties
    let differing = analysis.differingParameters
    parameters = Array(differing.prefix(parameterLimit))
    parametersLeftOut = differing.count - parameters.count
    let entries = analysis.groups.flatMap(\.ranked)
    plot = RowPlot(
      values: entries.flatMap {
        [$0.score.value, $0.score.interval?.low, $0.score.interval?.high].compactMap { $0 }
      },
      width: 170, overhang: 14)
    let task = entries.lazy.compactMap(\.run.evaluated?.evaluation.schema.task).first
    let wanted: [String] =
      switch task {
      case .multilabel: ["f1_macro", "hamming_loss"]
      case .binary: ["roc_auc", "log_loss"]
      case .multiclass: ["f1_macro", "log_loss"]
      case nil: []
      }
    others = wanted.filter { name in
      ExactString(name) != metric.name
        && entries.contains { $0.run.evaluated?.evaluation[name]?.number != nil }
    }
  }

  /// The table of some rows of each group: `shown` says which, by the number of the group.
  func table(_ shown: (Int) -> Range<Int>) -> ReportTable {
    ReportTable(
      label: "Leaderboard", columns: columns,
      groups: analysis.groups.indices.compactMap { group($0, shown($0)) },
      layout: .init(isFull: true, isPinned: true, isDense: true, isSortable: true))
  }

  /// The named baseline as a group of its own, which stands above all others; nil if the table has it or there is none.
  func baseline(missingIn table: ReportTable) -> ReportTable.Group? {
    guard let id = analysis.namedBaseline, let group = analysis.group(of: id),
      let entry = analysis.entry(of: id),
      !table.groups.contains(where: { $0.rows.contains { $0.anchor == .leaderboardRow(id) } })
    else { return nil }
    var row = row(entry, in: group, bestOthers: [:])
    row.anchor = nil
    let place = entry.place.map { "The baseline, at place \(Wording.number($0))" } ?? "The baseline"
    return .init(title: "\(place)", rows: [row])
  }

  private var columns: [ReportTable.Column] {
    var columns: [ReportTable.Column] = [
      .init("Run"), .init("\(metric.title)", .tightNumber), .init("95 % interval", .interval),
      .init("Plotted", .plot, axis: plot.axis()),
      .init(metric.isProportion ? "To leader, points" : "To leader", .number),
    ]
    columns += others.map { .init("\(MetricRegistry.standard[$0]?.title ?? $0)", .number) }
    columns += [.init("Started", .number), .init("Compare")]
    columns += parameters.map { .init("\(code: Wording.label($0.text))", .number) }
    return columns
  }

  private func group(_ number: Int, _ shown: Range<Int>) -> ReportTable.Group? {
    guard !shown.isEmpty else { return nil }
    let group = analysis.groups[number]
    let best = bestOthers(group)
    return .init(
      title: analysis.groups.count > 1 ? title(of: group) : nil,
      rows: group.ranked[shown].map { row($0, in: group, bestOthers: best) })
  }

  private func title(of group: RankedGroup) -> RichText {
    guard let testSet = group.testSet, let count = group.count else {
      return "As logged: what these runs were tested on is not known"
    }
    let tested: RichText =
      "ested on \(Wording.count(count, "example")), set \(code: String(testSet.prefix(8)))"
    return (group.origin == .logged ? "As logged, t" : "T") + tested
  }

  private func row(
    _ entry: RankedGroup.Entry, in group: RankedGroup, bestOthers: [String: Double]
  ) -> ReportTable.Row {
    let run = entry.run.run
    let isBaseline = analysis.namedBaseline == run.id
    var name: RichText = "\(RunName.title(run), link: .run(run.id))"
    if isBaseline { name = name + " \(quiet: "baseline")" }
    if ties[run.id]?.isTied == true { name = name + " \(quiet: isBaseline ? "· tied" : "tied")" }
    if analysis.isPruned(run) { name = name + " \(quiet: "pruned")" }
    let detail = RunName.detail(run)
    var cells: [ReportTable.Cell] = [
      .init(name, note: detail.isEmpty ? nil : "\(detail)"),
      .init(plain: NumberText.score(entry.score.value), isBest: entry.isBest),
      .init(plain: MetricText.interval(entry.score.interval, of: entry.score.value) ?? ""),
      .init(
        drawing: plot.dots(
          [
            RowPlot.Dot(
              entry.score.value, low: entry.score.interval?.low, high: entry.score.interval?.high,
              look: isBaseline ? .baseline : entry.isBest ? .slot(1) : .context)
          ], reference: group.best?.score.value)),
      .init("\(toLeader(entry, group))", note: note(ties[run.id]?.difference)),
    ]
    cells += others.map { name in
      let value = entry.run.evaluated?.evaluation[name]?.number
      return .init(
        plain: value.map(NumberText.score) ?? "—", isBest: value != nil && value == bestOthers[name])
    }
    cells.append("\(run.timestamp?.day ?? "—")")
    cells.append(
      analysis.baselineRole(for: run.id).map { "\($0.word, link: .comparison(run.id))" } ?? "")
    cells += parameters.map { name in
      run.params[name].map { .init(ScalarText.parameter($0, limit: 60)) } ?? ""
    }
    return .init(cells, isThis: entry.isBest, anchor: .leaderboardRow(run.id))
  }

  private func toLeader(_ entry: RankedGroup.Entry, _ group: RankedGroup) -> String {
    guard let leader = group.best else { return "" }
    if entry.isBest { return "" }
    let difference = NumberText.gap(entry.score.value, leader.score.value)
    return metric.isProportion
      ? MetricText.visible(100 * difference, decimals: 1)
      : MetricText.visible(difference, decimals: NumberText.decimals(score: leader.score.value))
  }

  /// The interval of a difference from the leader, and its p.
  private func note(_ difference: PairedDifference?) -> RichText? {
    guard let difference, let interval = difference.interval.interval else { return nil }
    let p = difference.adjustedPValue.map { ", p \(PairedText.pValue($0))" } ?? ""
    return "\(PairedText.interval(interval, isProportion: metric.isProportion))\(p)"
  }

  private func bestOthers(_ group: RankedGroup) -> [String: Double] {
    guard group.ranked.count > 1 else { return [:] }
    var best: [String: Double] = [:]
    for name in others {
      let values = group.ranked.compactMap { $0.run.evaluated?.evaluation[name]?.number }
      guard let low = values.min(), let high = values.max(), low < high else { continue }
      best[name] = MetricRegistry.standard[name]?.direction == .higherIsBetter ? high : low
    }
    return best
  }
}
