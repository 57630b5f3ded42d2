import Markup

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
    /// How it is drawn: as context unless it is what the sentence above names.
    package var look: SeriesLook

    /// A row.
    package init(
      name: String, value: Double?, low: Double? = nil, high: Double? = nil, basis: String? = nil,
      note: String? = nil, look: SeriesLook = .context
    ) {
      self.name = name
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.low = low.flatMap { $0.isFinite ? $0 : nil }
      self.high = high.flatMap { $0.isFinite ? $0 : nil }
      self.basis = basis
      self.note = note
      self.look = look
    }
  }

  /// What is measured.
  package enum Measure: Hashable, Sendable {
    /// A value of a metric; `mean` draws a dashed line.
    case value(mean: Double?)
    /// A difference from the run named; with `inPoints`, a share is shown in hundredths.
    case difference(from: String, inPoints: Bool, isHigherBetter: Bool)
  }

  /// An interval that all rows are held against, such as the baseline's.
  package struct Band: Hashable, Sendable {
    /// The lower end.
    package var low: Double
    /// The upper end.
    package var high: Double
    /// What it is, in a word.
    package var name: String

    /// A band.
    package init(low: Double, high: Double, name: String) {
      self.low = low
      self.high = high
      self.name = name
    }
  }

  /// The rows, in drawing order.
  package let rows: [Row]
  /// The metric, in lower case.
  package let metric: String
  /// What the rows are, in the singular: "label".
  package let rowNoun: String
  /// What is measured.
  package let measure: Measure

  /// The head of the column that shows what each value rests on; nothing shows it on hover and in the table only.
  package let basisTitle: String?
  /// A light band behind values; differences have none.
  package let band: Band?
  /// A remark below the axis.
  package let note: String?

  /// A plot of `rows`, in their order.
  package init(
    rows: [Row], metric: String, rowNoun: String = "label", measure: Measure = .value(mean: nil),
    basisTitle: String? = nil, band: Band? = nil, note: String? = nil
  ) {
    self.rows = rows
    self.metric = metric
    self.rowNoun = rowNoun
    self.measure = measure
    self.basisTitle = basisTitle
    self.band = band.flatMap { $0.low.isFinite && $0.high.isFinite ? $0 : nil }
    self.note = note
  }

  /// By what values are multiplied when shown.
  var factor: Double { if case .difference(_, true, _) = measure { 100 } else { 1 } }

  var isDifference: Bool { if case .difference = measure { true } else { false } }

  /// The metric for sentences.
  var metricName: String { DisplayName.inSentence(metric) }

  /// The value alone, as text.
  func valueText(_ row: Row) -> String {
    guard let value = row.value else { return "—" }
    return isDifference
      ? NumberText.difference(value * factor, decimals: decimals)
      : NumberText.fixed(value, decimals: decimals)
  }

  /// The interval alone, as text; empty if there is none.
  func intervalText(_ row: Row) -> String {
    guard let low = row.low, let high = row.high else { return "" }
    return NumberText.interval(low * factor, high * factor, decimals: decimals, isDifference: isDifference)
  }

  /// Value and interval, as text.
  func numberText(_ row: Row) -> String {
    let interval = intervalText(row)
    return interval.isEmpty ? valueText(row) : valueText(row) + " " + interval
  }

  /// How many decimals all rows have: one for points, else enough for the value nearest to 0 that is not 0, 3 to 5.
  private var decimals: Int {
    if factor == 100 { return 1 }
    let smallest = rows.compactMap(\.value).filter { $0 != 0 }.min { $0.magnitude < $1.magnitude }
    return smallest.map { min(5, max($0.magnitude > 1 ? 0 : 3, NumberText.decimals(score: $0))) } ?? 3
  }

  package var title: String {
    if case .difference(let baseline, _, _) = measure {
      return "Difference in \(metricName) against \(DisplayName.inSentence(baseline))"
    }
    return "\(metricName.prefix(1).uppercased() + metricName.dropFirst()) by \(rowNoun)"
  }

  package var summary: String {
    let known = rows.filter { $0.value != nil }
    guard let lowest = known.min(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
      let highest = known.max(by: { ($0.value ?? 0) < ($1.value ?? 0) })
    else { return "Dot plot of \(rows.count) rows without defined values." }
    if isDifference {
      return known.prefix(12).map { row in
        let holdsZero = (row.low ?? 1) <= 0 && (row.high ?? -1) >= 0
        let name = DisplayName.inSentence(row.name)
        return "\(name) \(numberText(row))\(holdsZero ? ", which holds 0" : "")."
      }.joined(separator: " ")
    }
    var sentence = "Dot plot, \(rows.count) rows. Lowest: \(DisplayName.inSentence(lowest.name)) at "
    sentence +=
      "\(numberText(lowest)). Highest: \(DisplayName.inSentence(highest.name)) at \(numberText(highest))."
    if case .value(let mean?) = measure { sentence += " Mean \(NumberText.score(mean))." }
    return sentence
  }

  package var table: ChartTable {
    let hasBasis = rows.contains { $0.basis != nil }
    let name = rowNoun.prefix(1).uppercased() + rowNoun.dropFirst()
    let heading = isDifference ? "Difference" : metricName.prefix(1).uppercased() + metricName.dropFirst()
    return ChartTable(
      columns: [.text(name), .number(heading), .number("95\u{A0}% interval")]
        + (hasBasis ? [.number(basisTitle ?? "Of")] : []),
      items: rows
    ) { row in
      [row.name, valueText(row), intervalText(row)] + (hasBasis ? [row.basis ?? ""] : [])
    }
  }
}
