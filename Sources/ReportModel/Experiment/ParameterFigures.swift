import ChartKit
import Diagnostics
import Evaluation
import RunModel

/// The parameters of comparable runs against the deciding metric: a figure for each parameter that was tried with several
/// values, one for the two that were tried together most, and one line for each run through all of them.
struct ParameterFigures {
  /// So many parameters have a figure of their own.
  private static let parameterLimit = 6
  /// So many runs make it worth while to look for patterns.
  private static let fewestRuns = 4
  /// A parameter with more values is no category.
  private static let categoryLimit = 12

  private let data: ParameterRuns
  private let names: [ExactString]
  private let metric: PrimaryMetric
  private let runCount: Int

  /// Nil for fewer than four comparable runs, and where all have the same parameters.
  init?(_ analysis: ExperimentAnalysis) {
    guard let metric = analysis.primaryMetric, let group = analysis.groups.first,
      group.ranked.count >= Self.fewestRuns
    else { return nil }
    let entries = group.ranked.sorted { Run.isOlder($0.run.run, $1.run.run) }
    let seeds = Set(entries.flatMap(\.run.run.params.keys).filter(SeedGroups.isSeed))
    let names = analysis.differingParameters.filter { name in
      !seeds.contains(name)
        && Set(entries.compactMap { $0.run.run.params[name].map(Self.setting) }).count > 1
    }
    guard !names.isEmpty else { return nil }
    self.metric = metric
    self.names = names
    runCount = entries.count
    data = ParameterRuns(
      parameters: names.map { Wording.label($0.text) },
      runs: entries.map { entry in
        ParameterRuns.Run(
          name: RunName.full(entry.run.run),
          settings: names.map { entry.run.run.params[$0].map(Self.setting) },
          value: entry.score.value, low: entry.score.interval?.low, high: entry.score.interval?.high)
      },
      metric: metric.titleInSentence,
      isHigherBetter: metric.direction == .unknown ? nil : metric.direction == .higherIsBetter,
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
    let name = names[parameter].text
    if isNumber, values.count > 2 {
      let chart = ParameterScatterChart(data, parameter: parameter)
      return figure(
        "parameter-\(parameter + 1)", chart, chart.finding, chart.omission,
        "\(metric.title) of \(Wording.count(runCount, "run")) by \(code: Wording.label(name)); lines are 95 % intervals.")
    }
    let chart = ParameterBoxChart(data, parameter: parameter)
    return figure(
      "parameter-\(parameter + 1)", chart, chart.finding, chart.omission,
      "\(metric.title) of \(Wording.count(runCount, "run")) by \(code: Wording.label(name)).",
      howToRead:
        "Each dot is a run. The box spans the middle half of the runs with that value, the line in it is their median.")
  }

  /// The two parameters whose values were tried in most combinations, as a grid; nil where no two were varied together.
  private var together: ReportFigure? {
    let categories = names.indices.filter { parameter in
      let values = Set(data.runs.compactMap { $0.settings[parameter] })
      return values.count > 1 && values.count <= Self.categoryLimit
    }
    var best: (pair: (Int, Int), count: Int)?
    for (place, first) in categories.enumerated() {
      for second in categories[(place + 1)...] {
        let cells = Set(data.runs.map { [$0.settings[first], $0.settings[second]] })
        // Otherwise one of the two says all.
        let sides = [first, second].map { side in Set(data.runs.map { $0.settings[side] }).count }
        guard cells.count > sides.max() ?? 0, cells.count > best?.count ?? 0 else { continue }
        best = ((first, second), cells.count)
      }
    }
    guard let (rows, columns) = best?.pair else { return nil }
    let chart = ParameterHeatmapChart(data, rows: rows, columns: columns)
    return figure(
      "parameter-pair", chart, chart.finding, chart.omission,
      "Mean \(metric.titleInSentence) of the runs with each pair of \(code: Wording.label(names[rows].text)) and \(code: Wording.label(names[columns].text)).",
      howToRead: "A cell holds the mean of its runs and how many they are; what was not tried is empty.")
  }

  /// A line for each run through all parameters; nil for a single parameter, which has its own figure.
  private var lines: ReportFigure? {
    guard names.count > 1 else { return nil }
    let chart = ParallelCoordinatesChart(data)
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
    if scalar.boolean == nil, let number = scalar.number { return .number(number) }
    return .text(Wording.cut(scalar.text, to: 60))
  }
}
