/// One value with its interval per row, on a common scale: recall by label, or differences from a baseline.
package struct DotIntervalChart: Chart, Hashable {
  /// One row.
  package struct Row: Hashable, Sendable {
    /// The label or the run.
    package var name: String
    /// The value; nothing where it is undefined.
    package var value: Double?
    /// The lower end of its interval, if it has one.
    package var low: Double?
    /// The upper end.
    package var high: Double?
    /// What the value rests on, shown on hover and in the table: "82 of 91".
    package var basis: String?
    /// A second line under the name, such as the run's own value.
    package var note: String?
    /// How it is drawn: the context unless it is what the sentence above names.
    package var look: SeriesLook

    /// A row.
    package init(
      name: String, value: Double?, low: Double? = nil, high: Double? = nil, basis: String? = nil,
      note: String? = nil, look: SeriesLook = .context
    ) {
      self.name = name
      self.value = value
      self.low = low
      self.high = high
      self.basis = basis
      self.note = note
      self.look = look
    }
  }

  /// What is measured: a value between 0 and 1, or a difference of such values.
  package enum Measure: Hashable, Sendable {
    /// A value of a metric; `mean` draws a dashed line.
    case value(mean: Double?)
    /// A difference from the run named, shown in points (hundredths) around 0.
    case difference(from: String)
  }

  /// The rows, in drawing order.
  package let rows: [Row]
  /// The metric, in lower case.
  package let metric: String
  /// What the rows are, in the singular: "label".
  package let rowNoun: String
  /// What is measured.
  package let measure: Measure

  /// A plot of `rows`, in their order.
  package init(rows: [Row], metric: String, rowNoun: String = "label", measure: Measure = .value(mean: nil)) {
    self.rows = rows
    self.metric = metric
    self.rowNoun = rowNoun
    self.measure = measure
  }

  package var title: String { "" }
  package var summary: String { "" }
  package var table: ChartTable { ChartTable(columns: [], rows: []) }
  package func drawing() -> Drawing { Drawing(width: 0, height: 0, setting: .cell) }
}
