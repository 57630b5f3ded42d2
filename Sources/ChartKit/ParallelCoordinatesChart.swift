import Markup

/// Runs as lines through their parameters, with the metric last.
///
/// An axis for each of the first ``parameterLimit`` parameters that differ; numbers that are 100 or more times apart
/// stand on a logarithmic one. The best few runs are blue and thicker, the baseline dashed, all others grey; the best value of the metric
/// is at the top. Runs without the metric are left out and counted; where a run lacks a parameter its line is
/// interrupted. Of more than ``lineLimit`` runs the best, the baseline and evenly spaced ranks between are drawn.
package struct ParallelCoordinatesChart: Chart, Hashable {
  /// The runs.
  package let data: ParameterRuns
  /// The parameters that have an axis, by their positions among those of `data`.
  let parameters: [Int]
  /// The runs with the metric, best first.
  let ranked: [Int]
  /// How many parameters differ without having an axis.
  package let parametersLeftOut: Int

  /// With the metric, as many axes as fit beside each other.
  package static let parameterLimit = 7
  /// More lines than a reader tells apart.
  package static let lineLimit = 300

  /// A plot of the parameters of `data` that differ, in their order.
  package init(_ data: ParameterRuns) {
    self.data = data
    ranked = data.ranked(data.complete([]))
    let differing = data.parameters.indices.filter { [ranked] parameter in
      data.settings(of: parameter, in: ranked).count > 1
    }
    parameters = Array(differing.prefix(Self.parameterLimit))
    parametersLeftOut = differing.count - parameters.count
  }

  /// The best runs: five, or a third of fewer than 15; none where it is not known which way is better.
  var top: ArraySlice<Int> {
    data.isHigherBetter == nil || ranked.count < 2 ? [] : ranked.prefix(min(5, max(1, ranked.count / 3)))
  }

  /// The runs that are drawn, best first.
  var shown: [Int] {
    guard ranked.count > Self.lineLimit else { return ranked }
    let rest = ranked.dropFirst(top.count).filter { $0 != data.baseline }
    let isBaselineExtra = data.baseline.map { ranked.contains($0) && !top.contains($0) } ?? false
    let room = Self.lineLimit - top.count - (isBaselineExtra ? 1 : 0)
    let spread = (0..<room).map { rest[$0 * rest.count / room] }
    let kept = Set(spread + top + (isBaselineExtra ? [data.baseline].compactMap(\.self) : []))
    return ranked.filter(kept.contains)
  }

  /// What is not drawn, for the drawing and the caption; nothing when everything is.
  package var omission: String? {
    var parts = [
      ParameterRuns.omission(data.runs.count - ranked.count, lacking: data.metricName)
    ].compactMap(\.self)
    if ranked.count > Self.lineLimit {
      parts.append(
        "\(NumberText.integer(Self.lineLimit)) of \(ParameterRuns.count(ranked.count)) drawn, evenly by rank")
    }
    if parametersLeftOut > 0 {
      parts.append(
        "\(NumberText.integer(parametersLeftOut)) more parameter\(parametersLeftOut == 1 ? "" : "s") without an axis"
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// What the best runs have in common: settings that all of them share and at least half of the others do not have.
  ///
  /// Nothing where there is none, with fewer than 3 best runs, which agree by chance too easily, and without others.
  package var finding: String? {
    let others = ranked.dropFirst(top.count)
    guard top.count >= 3, !others.isEmpty, let first = top.first else { return nil }
    let shared = parameters.compactMap { parameter -> (setting: String, others: Int)? in
      guard let setting = data.runs[first].settings[parameter],
        top.allSatisfy({ data.runs[$0].settings[parameter] == setting })
      else { return nil }
      let count = others.count { data.runs[$0].settings[parameter] == setting }
      guard 2 * count <= others.count else { return nil }
      return ("\(data.parameterName(parameter)) \(DisplayName.inSentence(setting.text))", count)
    }
    guard !shared.isEmpty else { return nil }
    let words = shared.enumerated().map { position, entry in
      let of = position == 0 ? " of the other \(NumberText.integer(others.count))" : ""
      return "\(entry.setting) (\(NumberText.integer(entry.others))\(of))"
    }
    let list =
      words.count == 1
      ? words[0] : words.dropLast().joined(separator: ", ") + " and \(words[words.count - 1])"
    return
      "The best \(top.count) of \(ParameterRuns.count(ranked.count)) by \(data.metricName) all have \(list)"
  }

  package var title: String { "Parameters and \(data.metricName) of \(ParameterRuns.count(ranked.count))" }

  package var summary: String {
    guard let first = ranked.first else { return "No run has \(data.metricName)." }
    let axes =
      parameters.isEmpty
      ? "No parameter differs" : "Lines through \(parameters.map(data.parameterName).joined(separator: ", "))"
    let best = data.isHigherBetter == nil ? nil : "Best: \(data.name(first)), \(data.valueText(first))"
    return [finding, axes, best, omission].compactMap(\.self).joined(separator: ". ") + "."
  }

  /// All runs with the metric and their parameters, best first.
  package var table: ChartTable {
    ChartTable(
      columns: [.text("Run")] + parameters.map { .text(data.parameterName($0)) }
        + [.number(data.metricHeading), .number("95\u{A0}% interval"), .text("Remark")],
      items: ranked
    ) { position in
      let run = data.runs[position]
      return [run.name] + parameters.map { run.settings[$0]?.text ?? "" } + [
        EstimateText.value(run.value), EstimateText.interval(run.value, low: run.low, high: run.high),
        position == data.baseline ? "baseline" : "",
      ]
    }
  }
}
