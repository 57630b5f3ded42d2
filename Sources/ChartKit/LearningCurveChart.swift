import Markup

/// A metric by step or epoch, one line per run or data split.
///
/// Positive values that span more than three decades stand on a logarithmic axis, which the axis says.
package struct LearningCurveChart: Chart, Hashable {
  /// One line.
  package struct Series: Hashable, Sendable {
    /// The run or split.
    package var name: String
    /// The values by step, in order of steps; what is not finite interrupts the line.
    package var points: [Point]
    /// How it is drawn.
    package var look: SeriesLook

    /// A line.
    package init(name: String, points: [Point], look: SeriesLook) {
      self.name = name
      self.points = points
      self.look = look
    }

    /// The last value that is finite.
    var last: Point? { points.last(where: \.isFinite) }
  }

  /// The lines.
  package let series: [Series]
  /// The metric, in lower case.
  package let metric: String
  /// What a step is: "epoch".
  package let stepNoun: String

  /// A plot of `series`.
  package init(series: [Series], metric: String, stepNoun: String = "step") {
    self.series = series
    self.metric = metric
    self.stepNoun = stepNoun
  }

  private var metricName: String { DisplayName.inSentence(metric) }

  package var title: String {
    "\(metricName.prefix(1).uppercased() + metricName.dropFirst()) by \(DisplayName.inSentence(stepNoun))"
  }

  package var summary: String {
    let noun = DisplayName.inSentence(stepNoun)
    let ends = series.prefix(8).compactMap { series in
      series.last.map { last in
        let name = DisplayName.inSentence(series.name)
        return "\(name) ends at \(NumberText.significant(last.y)) in \(noun) \(Self.stepText(last.x))"
      }
    }
    let rest = series.count - ends.count
    guard !ends.isEmpty else { return "No values." }
    return "\(series.count == 1 ? "One line" : "\(series.count) lines"). \(ends.joined(separator: "; "))"
      + (rest > 0 ? "; and \(rest) more." : ".")
  }

  /// The steps of all series; the most recent 200 are the last ones, so the table starts with them.
  package var table: ChartTable {
    let steps = Set(series.flatMap { $0.points.map(\.x) }.filter(\.isFinite)).sorted(by: >)
    let values = series.map { series in
      Dictionary(series.points.map { ($0.x, $0.y) }, uniquingKeysWith: { $1 })
    }
    let name = stepNoun.prefix(1).uppercased() + stepNoun.dropFirst()
    return ChartTable(columns: [.number(name)] + series.map { .number($0.name) }, items: steps) { step in
      [Self.stepText(step)] + values.map { $0[step].map { NumberText.significant($0) } ?? "" }
    }
  }

  /// A step, which is nearly always a whole number.
  static func stepText(_ step: Double) -> String {
    step.rounded() == step ? NumberText.fixed(step, decimals: 0) : NumberText.significant(step)
  }
}
