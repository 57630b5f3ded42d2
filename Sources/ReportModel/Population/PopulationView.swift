import ChartKit
import Diagnostics
import Markup
import RunModel

/// A search that goes on from earlier runs, as the section about it sees it: its runs with their names, links and metric.
struct PopulationView: Sendable {
  /// The search.
  let search: Populations.Search
  /// All runs of the experiment.
  let runs: [EvaluatedRun]
  /// The metric that decides; nil where no run has any.
  let metric: PrimaryMetric?
  /// The runs for figures.
  let data: LineageRuns
  /// What tells the slugs of this search from those of another: empty for the first.
  let suffix: String

  /// So many hyperparameters may have factors in a figure.
  private static let factorLimit = 20

  /// The view of the search with this number, from 0.
  init(_ analysis: ExperimentAnalysis, search number: Int) {
    search = analysis.populations.searches[number]
    runs = analysis.runs.map { $0 }
    metric = analysis.primaryMetric
    suffix = number == 0 ? "" : "-\(number + 1)"
    let lineage = search.lineage
    let members = LineageRows(lineage, isHigherBetter: metric?.isHigherBetter).order
    let rows = Dictionary(members.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = Dictionary(
      lineage.generations.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let drawn = Set(lineage.nodes.flatMap { $0.entry.factors?.changes.map(\.name) ?? [] })
    let names = Array(drawn.sorted(by: NaturalOrder.precedes).prefix(Self.factorLimit))
    data = LineageRuns(
      columnNoun: lineage.generationNoun, columns: lineage.generations.map { "\($0)" },
      rowNoun: lineage.memberNoun, rows: members.map { "\($0)" },
      factorNames: names.map { Wording.label($0.text) },
      runs: lineage.nodes.map { [runs] node in
        LineageRuns.Run(
          name: RunName.short(runs[node.entry.run].run), column: columns[node.entry.generation] ?? 0,
          row: rows[node.entry.member] ?? 0, parent: node.parent, value: node.entry.score,
          ending: node.ending,
          factors: names.map { node.entry.factors?[$0]?.words ?? "" })
      },
      metric: metric?.titleInSentence ?? "score", isHigherBetter: metric?.isHigherBetter,
      best: lineage.best)
  }

  /// The forest of its runs.
  var lineage: Lineage { search.lineage }

  /// The run of a node.
  func run(_ node: Int) -> Run { runs[lineage.nodes[node].entry.run].run }

  /// A run’s short name, as a link to its page.
  func link(_ node: Int) -> RichText {
    "\(Wording.label(RunName.short(run(node))), link: .run(run(node).id))"
  }

  /// `10 generations`, `4 rungs`.
  func generations(_ count: Int) -> String { Wording.count(count, lineage.generationNoun) }

  /// `20 members`, `27 trials`.
  func members(_ count: Int) -> String { Wording.count(count, lineage.memberNoun) }
}

extension LineageNode {
  /// The sign that figures give it, if any.
  var ending: MetricOverRunsChart.Ending? {
    switch fate {
    case .kept, .open: nil
    case .replaced, .stopped, .pruned: .pruned
    case .failed: .failed
    case .interrupted: .interrupted
    }
  }
}
