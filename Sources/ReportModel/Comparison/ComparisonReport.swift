import Diagnostics
package import Evaluation
import RunModel

/// The page that holds runs beside each other; the first is the baseline.
package struct ComparisonReport: Sendable {
  /// The runs, baseline first, each with the letter that names it on the page.
  let members: [Member]
  /// The metric that decides.
  let metric: PrimaryMetric?
  /// How much of an example may be shown.
  let examples: ExamplePolicy
  /// Whether the files that hold the whole comparison lie beside the page.
  let hasFiles: Bool
  /// What the candidates' predictions say beside the baseline's.
  package let paired: PairedRuns

  /// At least two runs are compared, and at most so many.
  package static let runLimit = 12

  /// A run on a comparison page.
  struct Member: Sendable {
    /// The letter of the run: `A` for the baseline, then `B` and so on.
    var letter: String
    /// The run.
    var entry: EvaluatedRun

    /// The letter and the run's name.
    var name: String { "\(letter) \(RunName.full(entry.run))" }
  }

  /// A comparison of `runs` with the first of them.
  ///
  /// `examples` is the strictest policy of all of them.
  ///
  /// - Precondition: There are 2 to ``runLimit`` runs.
  package init(
    _ runs: [EvaluatedRun], configuration: ExperimentConfiguration, examples: ExamplePolicy = .full,
    hasFiles: Bool = false
  ) {
    precondition((2...Self.runLimit).contains(runs.count), "a comparison has 2 to 12 runs")
    self.examples = examples
    self.hasFiles = hasFiles
    members = zip("ABCDEFGHIJKL", runs).map { Member(letter: String($0), entry: $1) }
    let metric = PrimaryMetric.choose(for: runs, configuration: configuration)
    self.metric = metric
    paired = PairedRuns(runs, by: metric)
  }

  /// The page.
  package var page: ReportPage {
    var page = ReportPage(kind: .comparison, kindName: "Comparison", title: title)
    page.breadcrumbs = breadcrumbs
    page.meta = meta
    page.lede = lede
    page.facts = facts
    page.openingFigure = forestFigure
    page.sections =
      [
        runsSection, metricsSection, changesSection, confusionSection, curvesSection, dictsSection,
        artifactsSection,
        problemsSection,
      ].compactMap { $0 }
    let intervals = comparisons.compactMap(\.self).flatMap(\.differences).compactMap(\.interval.interval)
    page.colophon = Colophon.ofSeveralRuns + Colophon.ofDifferences(intervals)
    return page
  }

  /// The baseline.
  var baseline: Member { members[0] }
  /// The others.
  var candidates: ArraySlice<Member> { members.dropFirst() }
  /// What the predictions of each candidate say beside the baseline's; nil for those that were not tested on the same
  /// examples.
  var comparisons: [PairedComparison?] { paired.comparisons }

  /// The evaluations of all runs, where every run was tested on the same examples.
  var sharedEvaluations: [ClassificationEvaluation]? {
    let evaluated = members.compactMap(\.entry.evaluated)
    guard evaluated.count == members.count, Set(evaluated.map(\.testSet)).count == 1 else { return nil }
    return evaluated.map(\.evaluation)
  }

  /// What rows are called.
  var noun: ExampleNoun {
    members.lazy.compactMap(\.entry.evaluated?.evaluation.predictions).first.map { ExampleNoun($0) }
      ?? .example
  }

  private var title: String {
    let titles = members.map { RunName.title($0.entry.run) }
    let isTold = titles.count > 3 || Set(titles.map { ExactString($0) }).count == titles.count
    let names = isTold ? titles : members.map { RunName.full($0.entry.run) }
    let subject =
      switch names.count {
      case 2: names[1]
      case 3: "\(names[1]) and \(names[2])"
      default: "\(candidates.count) runs"
      }
    return "\(subject) against \(names[0])"
  }

  private var breadcrumbs: [RichText] {
    let experiment = baseline.entry.run.id.experiment
    return ["\(experiment.text, link: .experiment(experiment))"]
  }

  private var meta: [RichText] {
    let experiments = Set(members.map(\.entry.run.id.experiment)).sorted()
    var parts: [RichText] = [
      (experiments.count == 1 ? "experiment " : "experiments ")
        + RichText.list(experiments.map { "\($0.text, link: .experiment($0))" })
    ]
    if let evaluations = sharedEvaluations {
      parts.append("\(members.count) runs on the same \(noun.count(evaluations[0].rowCount))")
    }
    parts.append("baseline: A")
    return parts
  }
}
