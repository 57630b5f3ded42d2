import Markup

/// A parameter of numbers against a metric: one point per run.
///
/// The best run is blue, the baseline hollow, all others grey; others of one setting stand beside each other. A parameter
/// whose positive values are 100 or more times apart stands on a logarithmic axis, which the axis says. Up to
/// ``intervalLimit`` runs show their intervals, of more only the best and the baseline. Runs without a number for the
/// parameter or without the metric are left out and counted.
package struct ParameterScatterChart: Chart, Hashable {
  /// The runs.
  package let data: ParameterRuns
  /// The parameter, by its position among those of `data`.
  package let parameter: Int
  /// The runs that are drawn, in the order of `data`.
  let shown: [Int]

  /// With more runs their intervals would hide one another.
  static let intervalLimit = 60

  /// A plot of the metric of `data` against one of its parameters.
  package init(_ data: ParameterRuns, parameter: Int) {
    self.data = data
    self.parameter = parameter
    shown = data.complete([parameter]).filter { data.runs[$0].settings[parameter]?.number != nil }
  }

  /// Each drawn run as a point: its parameter and its metric.
  var points: [Point] {
    shown.map { Point(data.runs[$0].settings[parameter]?.number ?? 0, data.runs[$0].value ?? 0) }
  }

  /// The best of the drawn runs.
  var best: Int? { data.best(of: shown) }

  /// What is not drawn, for the drawing and the caption; nothing when everything is.
  package var omission: String? {
    ParameterRuns.omission(
      data.runs.count - shown.count, lacking: "a number for \(name) or \(data.metricName)")
  }

  private var name: String { data.parameterName(parameter) }

  /// Whether the metric rises or falls with the parameter, by Spearman's correlation with its 95 % interval; nothing
  /// for fewer than 3 different values of the parameter.
  ///
  /// Runs were mostly chosen and not drawn by lot, so that this speaks of a tendency and of no cause.
  package var finding: String? {
    let points = points
    guard Set(points.map(\.x)).count >= 3 else { return nil }
    let count = ParameterRuns.count(points.count)
    guard let correlation = RankCorrelation(points) else {
      return "All \(count) have the same \(data.metricName), whatever \(name) is"
    }
    guard points.count >= RankCorrelation.leastCount else {
      return "\(count) are too few to show a trend of \(data.metricName) with \(name)"
    }
    var numbers = "Spearman’s ρ = \(NumberText.fixed(correlation.rho, decimals: 2))"
    if let interval = correlation.interval {
      numbers += " \(NumberText.interval(interval.low, interval.high, decimals: 2))"
    }
    numbers += ", n = \(count)"
    guard correlation.isClear else { return "No clear trend of \(data.metricName) with \(name): \(numbers)" }
    return "\(data.metricHeading) tends to \(correlation.rho > 0 ? "rise" : "fall") with \(name): \(numbers)"
  }

  package var title: String { "\(data.metricHeading) by \(name), \(ParameterRuns.count(shown.count))" }

  package var summary: String {
    guard !shown.isEmpty else { return "No run has both \(name) and \(data.metricName)." }
    var sentences = [finding].compactMap(\.self)
    if let best, let setting = data.runs[best].settings[parameter] {
      sentences.append("Best: \(data.name(best)) at \(name) \(setting.text), \(data.valueText(best))")
    } else {
      sentences.append("Scatter plot of \(ParameterRuns.count(shown.count))")
    }
    return (sentences + [omission].compactMap(\.self)).joined(separator: ". ") + "."
  }

  /// The drawn runs, best first.
  package var table: ChartTable {
    let best = best
    return ChartTable(
      columns: [
        .text("Run"), .number(name), .number(data.metricHeading), .number("95\u{A0}% interval"),
        .text("Remark"),
      ],
      items: data.ranked(shown)
    ) { position in
      let run = data.runs[position]
      return [
        run.name, run.settings[parameter]?.text ?? "—", EstimateText.value(run.value),
        EstimateText.interval(run.value, low: run.low, high: run.high), data.remark(position, best: best),
      ]
    }
  }
}
