import Markup

/// A value of each run of a lineage over its generations: the metric, or a hyperparameter.
///
/// A dot for each run; where ``hasLines``, a line from each run to those that went on from it. The best run with all it
/// descends from is blue. Of a metric also the best and the median of each generation, where ``hasSummary``. Generations
/// stand at equal distances. Values that are 100 or more times apart stand on a logarithmic axis; a metric needs more
/// than 1,000 times.
package struct GenerationChart: Chart, Hashable {
  /// The runs.
  package let data: LineageRuns
  /// `values[i]`: the value of run `i`; nothing where it has none.
  package let values: [Double?]
  /// What the value is, as runs write it.
  package let valueName: String
  /// Whether runs are joined with those that went on from them.
  package let hasLines: Bool
  /// Whether the best and the median of each generation are drawn as lines.
  package let hasSummary: Bool
  /// Whether the number of runs stands below each generation.
  package let hasCounts: Bool
  let isMetric: Bool

  /// The metric over the generations.
  package init(metricOf data: LineageRuns, hasLines: Bool, hasSummary: Bool, hasCounts: Bool = false) {
    self.data = data
    values = data.runs.map(\.value)
    valueName = data.metric
    isMetric = true
    (self.hasLines, self.hasSummary, self.hasCounts) = (hasLines, hasSummary, hasCounts)
  }

  /// A hyperparameter over the generations; `values[i]` is that of run `i`.
  package init(_ data: LineageRuns, hyperparameter: String, values: [Double?]) {
    precondition(values.count == data.runs.count, "a value or nothing for each run")
    self.data = data
    self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    valueName = hyperparameter
    isMetric = false
    (hasLines, hasSummary, hasCounts) = (true, false, false)
  }

  /// What is known of one generation.
  package struct Summary: Hashable, Sendable {
    /// How many runs it has, also those without the value.
    package var count: Int
    /// The middle of the values; nothing without any.
    package var median: Double?
    /// The best of them; nothing where it is not known which way is better.
    package var best: Double?
  }

  /// The generations, in the order of the columns.
  ///
  /// - Complexity: O(n log n) for n runs.
  package var summaries: [Summary] {
    var counts = [Int](repeating: 0, count: data.columns.count)
    var found = [[Double]](repeating: [], count: data.columns.count)
    for (run, entry) in data.runs.enumerated() where data.columns.indices.contains(entry.column) {
      counts[entry.column] += 1
      if let value = values[run] { found[entry.column].append(value) }
    }
    return zip(counts, found).map { count, values in
      Summary(
        count: count, median: Quartiles(values)?.median,
        best: data.isHigherBetter.flatMap { $0 ? values.max() : values.min() })
    }
  }

  private var heading: String { LineageChart.start(DisplayName.inSentence(valueName)) }

  package var title: String { "\(heading) by \(data.columnNoun)" }

  package var summary: String {
    let summaries = summaries
    let known = summaries.indices.filter { summaries[$0].median != nil }
    guard let first = known.first, let last = known.last else { return "No run has a value." }
    func words(_ place: Int) -> String {
      let best = isMetric ? summaries[place].best.map { ", best \(LineageText.score($0))" } ?? "" : ""
      return
        "\(data.columnNoun) \(DisplayName.inSentence(data.columns[place])): median \(text(summaries[place].median))\(best)"
    }
    return LineageChart.start(words(first)) + (first == last ? "." : "; \(words(last)).")
  }

  /// A value in words: a metric as metrics are written, a hyperparameter with four digits.
  func text(_ value: Double?) -> String {
    guard let value else { return "—" }
    return isMetric ? LineageText.score(value) : ParameterSetting.number(value).text
  }

  /// A row for each generation: how many runs, from lowest to highest, and the value of the best run’s line.
  package var table: ChartTable {
    var found = [[Double]](repeating: [], count: data.columns.count)
    for (run, entry) in data.runs.enumerated() where data.columns.indices.contains(entry.column) {
      if let value = values[run] { found[entry.column].append(value) }
    }
    var line: [Int: Double] = [:]
    for run in data.path { line[data.runs[run].column] = values[run] }
    let summaries = summaries
    return ChartTable(
      columns: [
        .number(LineageChart.start(data.columnNoun)), .number("Runs"), .number("Lowest"), .number("Median"),
        .number("Highest"), .number("Best run’s line"),
      ], items: data.columns.indices
    ) { column in
      [
        data.columns[column], NumberText.integer(summaries[column].count), text(found[column].min()),
        text(summaries[column].median), text(found[column].max()), text(line[column]),
      ]
    }
  }
}
