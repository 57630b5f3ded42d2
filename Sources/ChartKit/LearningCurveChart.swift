/// A metric by step or epoch, one line per run or data split.
package struct LearningCurveChart: Chart, Hashable {
  /// One line.
  package struct Series: Hashable, Sendable {
    /// The run or split.
    package var name: String
    /// The values by step, in order of steps.
    package var points: [Point]
    /// How it is drawn.
    package var look: SeriesLook

    /// A line.
    package init(name: String, points: [Point], look: SeriesLook) {
      self.name = name
      self.points = points
      self.look = look
    }
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

  package var title: String { "" }
  package var summary: String { "" }
  package var table: ChartTable { ChartTable(columns: [], rows: []) }
  package func drawing() -> Drawing { Drawing(width: 0, height: 0, setting: .cell) }
}
