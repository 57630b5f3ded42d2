import Diagnostics
import Evaluation
import Markup
import RunModel

/// Runs alike but for a seed: how much training once more changes the deciding metric.
struct RepeatedRuns {
  /// Some runs alike.
  struct Group {
    /// The runs with their scores, oldest first.
    let entries: [RankedGroup.Entry]
    /// The parameters that are seeds.
    let seeds: [ExactString]
    /// How the scores spread.
    let spread: Spread
    /// Whether the scores are as logged.
    let isLogged: Bool
  }

  /// The groups, the best mean first within the runs that may be ranked with each other.
  let groups: [Group]
  private let metric: PrimaryMetric
  private let parameters: [ExactString]

  /// So many groups are listed.
  private static let groupLimit = 40
  /// So many values of a group.
  private static let valueLimit = 12
  /// So many parameters that tell a group from others.
  private static let parameterLimit = 4

  /// Nil where no runs are alike but for a seed.
  init?(_ analysis: ExperimentAnalysis) {
    guard let metric = analysis.primaryMetric else { return nil }
    self.metric = metric
    groups = analysis.groups.flatMap { Self.groups(in: $0, by: metric) }
    guard !groups.isEmpty else { return nil }
    let seeds = Set(groups.flatMap(\.seeds))
    parameters = analysis.differingParameters.filter { !seeds.contains($0) }
  }

  private static func groups(in ranked: RankedGroup, by metric: PrimaryMetric) -> [Group] {
    let entries = ranked.ranked.sorted { Run.isOlder($0.run.run, $1.run.run) }
    let variants = Dictionary(grouping: entries) { $0.run.run.id.variant }
    let groups = variants.sorted { $0.key < $1.key }.flatMap { _, members in
      SeedGroups.find(members.map { $0.run.run.params.map { (name: $0.key, value: $0.value) } })
        .compactMap { group -> Group? in
          let alike = group.runs.map { members[$0] }
          guard let spread = Spread(alike.map(\.score.value)) else { return nil }
          return Group(
            entries: alike, seeds: group.seeds, spread: spread, isLogged: ranked.origin == .logged)
        }
    }
    return groups.enumerated().sorted { left, right in
      let means = (left.element.spread.mean, right.element.spread.mean)
      guard means.0 != means.1, let isBetter = metric.isBetter(means.0, than: means.1) else {
        return left.offset < right.offset
      }
      return isBetter
    }.map(\.element)
  }

  var section: ReportSection {
    let shown = groups.prefix(Self.groupLimit)
    var what: RichText =
      "\(metric.title) of runs of one variant that are alike but for a seed, tested on the same examples: ± is the standard deviation, which is what training once more changes by chance alone."
    if groups.contains(where: \.isLogged) {
      what = what + " Of runs with scores as logged it is not always known what they were tested on."
    }
    if shown.count < groups.count {
      what = what + " Listed: \(shown.count) of \(Wording.count(groups.count, "group"))."
    }
    let figure = ReportFigure(
      slug: "repeated-runs-table", finding: finding, what: what,
      table: ReportTable(
        label: "Repeated runs",
        columns: [
          .init("Variant"), .init("Seed"), .init("Runs", .number), .init("Mean", .number),
          .init("Standard deviation", .number), .init("Values, oldest first", .prose),
        ],
        rows: shown.map(row), layout: .init(isFull: true)))
    return ReportSection(
      slug: "repeated-runs", title: "Repeated runs", count: groups.count, blocks: [.figure(figure)])
  }

  private var finding: RichText? {
    guard let first = groups.first, let run = first.entries.first?.run.run else { return nil }
    let value = SpreadText.meanAndDeviation(first.spread)
    let runs = Wording.count(first.spread.count, "run")
    let isOneOfSeveral = groups.count { $0.entries.first?.run.run.id.variant == run.id.variant } > 1
    let settings = isOneOfSeveral ? settings(first).map { " with \($0.plain)" } ?? "" : ""
    let name = Wording.label(run.id.variant.text) + settings
    return
      "\(metric.title) of \(name) is \(value) over \(runs) (\(SpreadText.range(first.spread)))"
  }

  private func row(_ group: Group) -> ReportTable.Row {
    let decimals = NumberText.decimals(score: group.spread.mean)
    let values = group.entries.prefix(Self.valueLimit).map { entry -> RichText in
      "\(NumberText.fixed(entry.score.value, decimals: decimals), link: .run(entry.run.run.id))"
    }
    var list = RichText(Array(values.map(\.spans).joined(separator: [.init(", ")])))
    let rest = group.entries.count - values.count
    if rest > 0 { list = list + " and \(Wording.number(rest)) more" }
    if group.isLogged { list = list + " \(quiet: "as logged")" }
    return .init([
      .init("\(Wording.label(group.entries.first?.run.run.id.variant.text ?? ""))", note: settings(group)),
      .init(RichText.list(group.seeds.map { "\(code: Wording.label($0.text))" })),
      .init(plain: Wording.number(group.spread.count)),
      .init(plain: NumberText.fixed(group.spread.mean, decimals: decimals)),
      .init(
        plain: group.spread.standardDeviation.number.map { NumberText.fixed($0, decimals: decimals) } ?? "—"),
      .init(list),
    ])
  }

  /// The parameters that tell the group from other runs: `C = 1, kernel = rbf`.
  private func settings(_ group: Group) -> RichText? {
    guard let params = group.entries.first?.run.run.params else { return nil }
    let known = parameters.filter { params[$0] != nil }
    guard !known.isEmpty else { return nil }
    let texts = known.prefix(Self.parameterLimit).map { name in
      "\(Wording.label(name.text)) = \(ScalarText.parameter(params[name], limit: 40).plain)"
    }
    return RichText(
      plain: texts.joined(separator: ", ") + (known.count > texts.count ? ", …" : ""))
  }
}
