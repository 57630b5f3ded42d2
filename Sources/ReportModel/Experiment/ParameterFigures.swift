import ChartKit
import Diagnostics
import Evaluation
import RunModel

/// The parameters of comparable runs against the deciding metric: a figure for each parameter that was tried with several
/// values, one for the two that were tried together most, and one line for each run through all of them.
struct ParameterFigures {
  /// So many parameters have a figure of their own.
  private static let parameterLimit = 6
  /// So many runs with a parameter make it worth while to look for patterns.
  private static let fewestRuns = 5
  /// Of more runs than this, a sample is drawn.
  private static let runLimit = 1_000
  /// A parameter with more values is no category.
  private static let categoryLimit = 12

  /// What runs may differ in.
  private struct Tried {
    /// What it is called.
    let name: RichText
    /// What a run has; nil where it has nothing of the kind.
    let setting: (Run) -> ParameterSetting?
  }

  private let data: ParameterRuns
  private let names: [RichText]
  private let metric: PrimaryMetric
  private let runWords: String

  /// Nil for fewer than five comparable runs, and where no parameter was tried with several values by as many.
  init?(_ analysis: ExperimentAnalysis) {
    guard let metric = analysis.primaryMetric, let group = analysis.group(ofAtLeast: Self.fewestRuns)
    else { return nil }
    let all = group.ranked.sorted { Run.isOlder($0.run.run, $1.run.run) }
    let sample = Set(RunSample.choose(all, limit: Self.runLimit).map(\.run.run.id))
    let entries = all.filter { entry in
      sample.contains(entry.run.run.id) || entry.isBest || entry.run.run.id == analysis.namedBaseline
    }
    // What tells models apart comes first.
    var tried = [Tried(name: "variant") { .text(Wording.label($0.id.variant.text)) }]
    tried += analysis.differingParameters.filter { !SeedGroups.isSeed($0) }.map { name in
      Tried(name: "\(code: Wording.label(name.text))") { $0.params[name].map(Self.setting) }
    }
    tried = tried.filter { parameter in
      let settings = entries.compactMap { parameter.setting($0.run.run) }
      return settings.count >= Self.fewestRuns && Set(settings).count > 1
    }
    guard !tried.isEmpty else { return nil }
    self.metric = metric
    names = tried.map(\.name)
    runWords =
      entries.count == all.count
      ? Wording.count(all.count, "run")
      : "a sample of \(Wording.number(entries.count)) of \(Wording.count(all.count, "run"))"
    data = ParameterRuns(
      parameters: tried.map(\.name.plain),
      runs: entries.map { entry in
        ParameterRuns.Run(
          name: RunName.full(entry.run.run),
          settings: tried.map { $0.setting(entry.run.run) },
          value: entry.score.value, low: entry.score.interval?.low, high: entry.score.interval?.high)
      },
      metric: metric.titleInSentence,
      isHigherBetter: metric.isHigherBetter,
      baseline: entries.firstIndex { $0.run.run.id == analysis.namedBaseline })
  }

  var section: ReportSection {
    let own = names.indices.prefix(Self.parameterLimit).map { [ReportBlock.figure(figure(of: $0))] }
    var blocks = ReportBlock.pairs(own)
    if let pair = together { blocks.append(.figure(pair)) }
    if let lines { blocks.append(.figure(lines)) }
    if names.count > Self.parameterLimit {
      blocks.append(
        .remark(
          "\(Wording.count(names.count - Self.parameterLimit, "more parameter")) without a figure of \(names.count == Self.parameterLimit + 1 ? "its" : "their") own: the runs’ pages have the values."
        ))
    }
    return ReportSection(slug: "parameters", title: "Parameters", count: names.count, blocks: blocks)
  }

  /// One parameter: points where it is a number of many values, else a strip for each value.
  private func figure(of parameter: Int) -> ReportFigure {
    let values = Set(data.runs.compactMap { $0.settings[parameter] })
    let isNumber = values.allSatisfy { if case .number = $0 { true } else { false } }
    let name = names[parameter]
    if isNumber, values.count > 2 {
      let chart = ParameterScatterChart(data, parameter: parameter)
      return figure(
        "parameter-\(parameter + 1)", chart, chart.finding, chart.omission,
        "\(metric.title) of \(runWords) by \(name); lines are 95 % intervals.",
        howToRead: "Each dot is a run. Runs with the same value are spread sideways, which means nothing.")
    }
    let chart = ParameterBoxChart(data, parameter: parameter)
    return figure(
      "parameter-\(parameter + 1)", chart, chart.finding, chart.omission,
      "\(metric.title) of \(runWords) by \(name).",
      howToRead:
        "Each dot is a run. The box spans the middle half of the runs with that value, the line in it is their median."
    )
  }

  /// The two parameters whose values were tried in most combinations, as a grid; nil where no two were varied together.
  private var together: ReportFigure? {
    let categories = names.indices.filter { parameter in
      Set(data.runs.compactMap { $0.settings[parameter] }).count <= Self.categoryLimit
    }
    var best: (pair: (Int, Int), count: Int)?
    for (place, first) in categories.enumerated() {
      for second in categories[(place + 1)...] {
        let pairs = data.runs.compactMap { run in
          run.settings[first].flatMap { one in run.settings[second].map { [one, $0] } }
        }
        let cells = Set(pairs)
        // Otherwise one of the two says all.
        let sides = [0, 1].map { side in Set(cells.map { $0[side] }).count }
        guard pairs.count >= Self.fewestRuns, cells.count > max(sides[0], sides[1]),
          sides.allSatisfy({ $0 > 1 }),
          cells.count > best?.count ?? 0
        else { continue }
        best = ((first, second), cells.count)
      }
    }
    guard let (rows, columns) = best?.pair,
      let chart = ParameterHeatmapChart(data, rows: rows, columns: columns)
    else { return nil }
    return figure(
      "parameter-pair", chart, chart.finding, chart.omission,
      "Mean \(metric.titleInSentence) of the runs with each pair of \(names[rows]) and \(names[columns]).",
      howToRead: "A cell holds the mean of its runs and how many they are; what was not tried is empty.")
  }

  /// A line for each run through the parameters that nearly all have; nil for fewer than two, which have their own figures.
  private var lines: ReportFigure? {
    let shared = names.indices.filter { parameter in
      10 * data.runs.count { $0.settings[parameter] != nil } >= 9 * data.runs.count
    }
    guard shared.count > 1 else { return nil }
    let chart = ParallelCoordinatesChart(
      ParameterRuns(
        parameters: shared.map { data.parameters[$0] },
        runs: data.runs.map { run in
          ParameterRuns.Run(
            name: run.name, settings: shared.map { run.settings[$0] }, value: run.value, low: run.low,
            high: run.high)
        }, metric: data.metric, isHigherBetter: data.isHigherBetter, baseline: data.baseline))
    return figure(
      "parallel-coordinates", chart, chart.finding, chart.omission,
      "A line for each run through its parameters to its \(metric.titleInSentence).",
      howToRead:
        "Follow the blue lines, the best runs, from right to left: where they meet and grey ones do not, the parameter may matter."
    )
  }

  private func figure(
    _ slug: String, _ chart: any Chart, _ finding: String?, _ omission: String?, _ what: RichText,
    howToRead: String? = nil
  ) -> ReportFigure {
    ReportFigure(
      slug: slug, finding: finding.map { RichText(plain: $0) },
      what: omission.map { what + " \($0)." } ?? what, chart: chart, howToRead: howToRead)
  }

  /// A parameter as figures have it: a number where it reads as one.
  private static func setting(_ scalar: Scalar) -> ParameterSetting {
    if scalar.kind == .null { return .text("none") }
    if let boolean = scalar.boolean { return .text(boolean ? "true" : "false") }
    if let number = scalar.number, number.isFinite { return .number(number) }
    // Loggers that write everything as text write truth values as Python does.
    return .text(
      ["True", "False"].contains(scalar.text) ? scalar.text.lowercased() : Wording.cut(scalar.text, to: 60))
  }
}
