import Markup

/// A metric of all runs in order of time, with the best so far.
package struct MetricOverRunsChart: Chart, Hashable {
  /// How a run ended that did not end as it should.
  package enum Ending: Hashable, Sendable, CaseIterable {
    /// With an error.
    case failed
    /// Stopped early because it promised little.
    case pruned
    /// Stopped from outside.
    case interrupted

    /// In a word.
    var word: String {
      switch self {
      case .failed: "failed"
      case .pruned: "pruned"
      case .interrupted: "interrupted"
      }
    }

    /// The sign at the foot of the plot.
    var sign: PointSign {
      switch self {
      case .failed: .cross
      case .pruned: .hangingTriangle
      case .interrupted: .square
      }
    }
  }

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
    /// How it ended, if not as it should; a sign at the foot of the plot says so.
    package var ending: Ending?

    /// A run.
    package init(
      name: String, value: Double?, low: Double? = nil, high: Double? = nil, time: String,
      ending: Ending? = nil
    ) {
      self.name = name
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.low = low.flatMap { $0.isFinite ? $0 : nil }
      self.high = high.flatMap { $0.isFinite ? $0 : nil }
      self.time = time
      self.ending = ending
    }
  }

  /// The runs, oldest first.
  package let runs: [Run]
  /// The metric, in lower case.
  package let metric: String
  /// What the words of the time axis are: "day in November 2026"; nothing where they speak for themselves.
  package let timeTitle: String?
  /// Whether a larger value is better; nothing where that is not known, and then no run is best.
  package let isHigherBetter: Bool?
  /// The position of the baseline among the runs.
  package let baseline: Int?

  /// A plot of `runs`, oldest first.
  package init(
    runs: [Run], metric: String, timeTitle: String? = nil, isHigherBetter: Bool?,
    baseline: Int? = nil
  ) {
    self.runs = runs
    self.metric = metric
    self.timeTitle = timeTitle
    self.isHigherBetter = isHigherBetter
    self.baseline = baseline
  }

  /// The positions of runs that were better than all before them, in order; the last one is the best run.
  package var records: [Int] {
    guard let isHigherBetter else { return [] }
    var records: [Int] = []
    var best: Double?
    for (position, run) in runs.enumerated() {
      guard let value = run.value else { continue }
      if let best, isHigherBetter ? value <= best : value >= best { continue }
      best = value
      records.append(position)
    }
    return records
  }

  /// How a run is drawn: the baseline hollow, the best in colour.
  func look(_ position: Int, best: Int?) -> SeriesLook {
    position == best ? .slot(1) : position == baseline ? .baseline : .context
  }

  /// All values and ends of intervals.
  var extent: Domain {
    let values = runs.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) }
    return Domain(of: values)
  }

  /// The axis: whole ticks around all values, within 0...1 for shares.
  func domain(ticks: Int) -> Domain {
    let values = extent
    let rounded = values.rounded(count: ticks)
    return values.low >= 0 && values.high <= 1 ? rounded.clamped(to: .unit) : rounded
  }

  func valueText(_ run: Run) -> String {
    EstimateText.text(run.value, low: run.low, high: run.high)
  }

  private var heading: String {
    let name = DisplayName.inSentence(metric)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  package var title: String {
    runs.count == 1
      ? "\(heading) of one run" : "\(heading) over \(NumberText.integer(runs.count)) runs"
  }

  package var summary: String {
    let valued = runs.indices.filter { runs[$0].value != nil }
    let ended = endings.map { " \(NumberText.integer($0.count)) \($0.ending.word)." }.joined()
    guard let first = valued.first, let last = valued.last else {
      return "No run has a value." + ended
    }
    func words(_ position: Int) -> String {
      "\(NumberText.score(runs[position].value ?? 0)) with \(DisplayName.inSentence(runs[position].name))"
    }
    if runs.count == 1 { return "One run: \(words(first))." + ended }
    let start = "Starts at \(words(first))"
    guard let best = records.last else {
      return "\(start) and ends at \(words(last)), run \(last + 1) of \(runs.count)." + ended
    }
    return
      (best == first
      ? "\(start), and none of the \(NumberText.integer(runs.count)) runs is better."
      : "\(start); best is \(words(best)), run \(best + 1) of \(runs.count).") + ended
  }

  package var table: ChartTable {
    let records = Set(records)
    return ChartTable(
      columns: [
        .text("Run"), .text("Time"), .number(heading), .number("95\u{A0}% interval"),
        .text("Remark"),
      ],
      items: runs.indices
    ) { position in
      let run = runs[position]
      let remarks = [
        position == baseline ? "baseline" : nil, records.contains(position) ? "best so far" : nil,
        run.ending?.word,
      ]
      return [
        run.name, run.time, EstimateText.value(run.value),
        EstimateText.interval(run.value, low: run.low, high: run.high),
        remarks.compactMap(\.self).joined(separator: ", "),
      ]
    }
  }
}
