/// A metric of all runs in order of time, with the best so far.
package struct MetricOverRunsChart: Chart, Hashable {
  /// One run.
  package struct Run: Hashable, Sendable {
    /// What tells it from the others.
    package var name: String
    /// Its value; nothing where it failed or the metric is undefined.
    package var value: Double?
    /// The lower end of the value's interval, if it has one.
    package var low: Double?
    /// The upper end.
    package var high: Double?
    /// When it ran, as the axis says it; neighbours with the same words share one tick.
    package var time: String

    /// A run.
    package init(name: String, value: Double?, low: Double? = nil, high: Double? = nil, time: String) {
      self.name = name
      self.value = value
      self.low = low
      self.high = high
      self.time = time
    }
  }

  /// The runs, oldest first.
  package let runs: [Run]
  /// The metric, in lower case.
  package let metric: String
  /// What the words of the time axis are: "day in November 2026".
  package let timeTitle: String
  /// Whether a larger value is better; nothing where that is not known, and then no run is best.
  package let isHigherBetter: Bool?
  /// The position of the baseline among the runs.
  package let baseline: Int?

  /// A plot of `runs`, oldest first.
  package init(
    runs: [Run], metric: String, timeTitle: String = "run", isHigherBetter: Bool?, baseline: Int? = nil
  ) {
    self.runs = runs
    self.metric = metric
    self.timeTitle = timeTitle
    self.isHigherBetter = isHigherBetter
    self.baseline = baseline
  }

  package var title: String { "" }
  package var summary: String { "" }
  package var table: ChartTable { ChartTable(columns: [], rows: []) }
  package func drawing() -> Drawing { Drawing(width: 0, height: 0, setting: .cell) }

  /// The same data for a row of a table, 240 by 48 units; it needs `title` and `summary` beside it.
  package func sparkline() -> Drawing { Drawing(width: 240, height: 48, setting: .cell) }
}
