import Markup

/// A metric of many runs with its intervals, one row per run, against the interval of the baseline.
///
/// Rows stand best first, the largest first where it is not known which way is better; ties in the order given. At most
/// ``rowLimit`` are drawn, the baseline always among them, and a note counts the others. Runs without a value are left
/// out and counted. Drawn as a ``DotIntervalChart``.
package struct MetricForestChart: Chart, Hashable {
  /// One run.
  package struct Run: Hashable, Sendable {
    /// What tells it from the others.
    package let name: String
    /// Its value; nothing where it failed or the metric is undefined.
    package let value: Double?
    /// The lower end of the value's interval, if it has one.
    package let low: Double?
    /// The upper end.
    package let high: Double?
    /// How many examples it was tested on, by weight if they have weights; nothing where that is not known.
    package let count: Double?

    /// A run; what is not finite counts as missing.
    package init(name: String, value: Double?, low: Double? = nil, high: Double? = nil, count: Double? = nil)
    {
      func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
      self.name = name
      self.value = finite(value)
      self.low = finite(low)
      self.high = finite(high)
      self.count = finite(count)
    }
  }

  /// The runs.
  package let runs: [Run]
  /// The metric, in lower case.
  package let metric: String
  /// Whether a larger value is better; nothing where that is not known, and then no run is best.
  package let isHigherBetter: Bool?
  /// The position of the baseline among the runs.
  package let baseline: Int?
  /// The positions of runs with a value, best first.
  let ranked: [Int]

  /// More rows than a reader compares.
  package static let rowLimit = 40

  /// A forest plot of `runs`.
  package init(runs: [Run], metric: String, isHigherBetter: Bool?, baseline: Int? = nil) {
    self.runs = runs
    self.metric = metric
    self.isHigherBetter = isHigherBetter
    self.baseline = baseline
    ranked = runs.indices.compactMap { position in runs[position].value.map { (position, $0) } }
      .sorted { left, right in
        if left.1 == right.1 { return left.0 < right.0 }
        return isHigherBetter ?? true ? left.1 > right.1 : left.1 < right.1
      }
      .map(\.0)
  }

  /// The runs that are drawn: the first ones, and the baseline in place of the last if it is not among them.
  var shown: [Int] {
    let first = ranked.prefix(Self.rowLimit)
    guard let baseline, ranked.contains(baseline), !first.contains(baseline) else { return Array(first) }
    return first.dropLast() + [baseline]
  }

  /// The interval of the baseline, if it has one.
  private var baselineInterval: (low: Double, high: Double)? {
    guard let baseline, runs.indices.contains(baseline), runs[baseline].value != nil,
      let low = runs[baseline].low, let high = runs[baseline].high
    else { return nil }
    return (low, high)
  }

  /// What is not drawn, for the drawing and the caption; nothing when everything is.
  package var omission: String? {
    let (left, missing) = (ranked.count - shown.count, runs.count - ranked.count)
    let parts = [
      left > 0 ? "\(ParameterRuns.count(left)) further down" : nil,
      missing > 0 ? "\(ParameterRuns.count(missing)) without \(metricName)" : nil,
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    var rank = ""
    if left > 0, let baseline, let place = ranked.firstIndex(of: baseline), place >= Self.rowLimit {
      rank = "; the baseline, in the last row, is number \(NumberText.integer(place + 1))"
    }
    return parts.joined(separator: " and ") + " not drawn" + rank
  }

  private var metricName: String { DisplayName.inSentence(metric) }

  private func words(_ position: Int) -> String {
    let run = runs[position]
    return
      "\(DisplayName.inSentence(run.name)), \(EstimateText.text(run.value, low: run.low, high: run.high))"
  }

  /// Which run is best, and how many intervals lie wholly on the better side of the baseline's; nothing for fewer than two
  /// runs or where it is not known which way is better.
  ///
  /// Intervals that overlap say little, since runs on the same examples vary together: a paired comparison says more.
  package var finding: String? {
    guard let isHigherBetter, let first = ranked.first, ranked.count > 1 else { return nil }
    let ties = ranked.prefix { runs[$0].value == runs[first].value }.count
    var sentence =
      ties > 1
      ? "\(ParameterRuns.count(ties)) share the best \(metricName), \(EstimateText.value(runs[first].value))"
      : "Best \(metricName): \(words(first))"
    guard let interval = baselineInterval else { return sentence }
    let others = ranked.filter { $0 != baseline && runs[$0].low != nil && runs[$0].high != nil }
    guard !others.isEmpty else { return sentence }
    let apart = others.count { position in
      isHigherBetter ? (runs[position].low ?? 0) > interval.high : (runs[position].high ?? 0) < interval.low
    }
    let side = isHigherBetter ? "above" : "below"
    sentence += "; of \(others.count) other interval\(others.count == 1 ? "" : "s") "
    sentence += apart == 0 ? "none lies" : apart == 1 ? "1 lies" : "\(apart) lie"
    return sentence + " wholly \(side) the baseline’s"
  }

  package var title: String {
    "\(metricName.prefix(1).uppercased() + metricName.dropFirst()) of \(ParameterRuns.count(ranked.count)) with intervals"
  }

  package var summary: String {
    guard let first = ranked.first, let last = ranked.last else { return "No run has a value." }
    let range = ranked.count == 1 ? "One run: \(words(first))" : "From \(words(first)) to \(words(last))"
    return [finding, range, omission].compactMap(\.self).joined(separator: ". ") + "."
  }

  /// All runs with a value, best first.
  package var table: ChartTable {
    ChartTable(
      columns: [
        .text("Run"), .number(metricName.prefix(1).uppercased() + metricName.dropFirst()),
        .number("95\u{A0}% interval"), .number("n"), .text("Remark"),
      ],
      items: ranked
    ) { position in
      let run = runs[position]
      return [
        run.name, EstimateText.value(run.value),
        EstimateText.interval(run.value, low: run.low, high: run.high), run.count.map(CountText.text) ?? "",
        position == baseline ? "baseline" : "",
      ]
    }
  }

  package func drawing() -> Drawing {
    let best = isHigherBetter == nil || ranked.count < 2 ? nil : ranked.first
    return DotIntervalChart(
      rows: shown.map { position in
        let run = runs[position]
        return DotIntervalChart.Row(
          name: run.name, value: run.value, low: run.low, high: run.high,
          basis: run.count.map(CountText.text),
          look: position == best ? .slot(1) : position == baseline ? .baseline : .context)
      },
      metric: metric, rowNoun: "run", basisTitle: runs.contains { $0.count != nil } ? "n" : nil,
      band: baselineInterval.map { .init(low: $0.low, high: $0.high, name: "baseline") }, note: omission
    ).drawing()
  }
}
