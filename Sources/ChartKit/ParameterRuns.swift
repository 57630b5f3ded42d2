import Markup

/// What was tried in an experiment: runs with their parameters and one metric, for the figures that hold the two
/// against each other.
package struct ParameterRuns: Hashable, Sendable {
  /// One run.
  package struct Run: Hashable, Sendable {
    /// What tells it from the others.
    package let name: String
    /// `settings[p]`: what parameter `p` was set to; nothing where the run does not have it.
    package let settings: [ParameterSetting?]
    /// The metric; nothing where the run failed or the metric is undefined.
    package let value: Double?
    /// The lower end of the metric's interval, if it has one.
    package let low: Double?
    /// The upper end.
    package let high: Double?

    /// A run; what is not finite counts as missing.
    package init(
      name: String, settings: [ParameterSetting?], value: Double?, low: Double? = nil, high: Double? = nil
    ) {
      func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
      self.name = name
      self.settings = settings.map { setting in
        if let number = setting?.number, !number.isFinite { nil } else { setting }
      }
      self.value = finite(value)
      self.low = finite(low)
      self.high = finite(high)
    }
  }

  /// The names of the parameters.
  package let parameters: [String]
  /// The runs, in the order that decides ties.
  package let runs: [Run]
  /// The metric, in lower case.
  package let metric: String
  /// Whether a larger value is better; nothing where that is not known, and then no run is best.
  package let isHigherBetter: Bool?
  /// The position of the baseline among the runs.
  package let baseline: Int?

  /// Runs, each with a setting for every parameter.
  package init(
    parameters: [String], runs: [Run], metric: String, isHigherBetter: Bool?, baseline: Int? = nil
  ) {
    precondition(
      runs.allSatisfy { $0.settings.count == parameters.count }, "a run has a setting for each parameter")
    self.parameters = parameters
    self.runs = runs
    self.metric = metric
    self.isHigherBetter = isHigherBetter
    self.baseline = baseline
  }
}

extension ParameterRuns {
  /// The positions of runs with a value and with all of these parameters.
  func complete(_ parameters: [Int]) -> [Int] {
    runs.indices.filter { run in
      runs[run].value != nil && parameters.allSatisfy { runs[run].settings[$0] != nil }
    }
  }

  /// Whether the first value comes before the second: the better one, the larger where it is not known which is better.
  func isBetter(_ first: Double, than second: Double) -> Bool {
    isHigherBetter ?? true ? first > second : first < second
  }

  /// These runs, best first, ties in their order, and those without a value last.
  func ranked(_ positions: [Int]) -> [Int] {
    positions.enumerated().sorted { left, right in
      switch (runs[left.element].value, runs[right.element].value) {
      case (let first?, let second?) where first != second: isBetter(first, than: second)
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  /// The best of these runs; nothing where it is not known which way is better.
  func best(of positions: [Int]) -> Int? { isHigherBetter == nil ? nil : ranked(positions).first }

  /// The settings of a parameter in these runs, each once: numbers by size, then words.
  func settings(of parameter: Int, in positions: [Int]) -> [ParameterSetting] {
    Set(positions.compactMap { runs[$0].settings[parameter] }).sorted { $0.precedes($1) }
  }

  /// Value and interval of a run.
  func valueText(_ run: Int) -> String {
    EstimateText.text(runs[run].value, low: runs[run].low, high: runs[run].high)
  }

  /// The name of a run for sentences.
  func name(_ run: Int) -> String { DisplayName.inSentence(runs[run].name) }

  /// The name of a parameter for sentences.
  func parameterName(_ parameter: Int) -> String { DisplayName.inSentence(parameters[parameter]) }

  /// The metric for sentences.
  var metricName: String { DisplayName.inSentence(metric) }

  /// The metric at the start of a sentence or a column.
  var metricHeading: String { metricName.prefix(1).uppercased() + metricName.dropFirst() }

  /// `1 run`, `1,234 runs`.
  static func count(_ count: Int) -> String { NumberText.integer(count) + (count == 1 ? " run" : " runs") }

  /// How many runs a figure leaves out since something is missing; nothing if none.
  static func omission(_ count: Int, lacking: String) -> String? {
    count == 0 ? nil : "\(Self.count(count)) without \(lacking) not drawn"
  }

  /// What distinguishes a run, for tables: `baseline`, `best`, both or neither.
  func remark(_ run: Int, best: Int?) -> String {
    [run == best ? "best" : nil, run == baseline ? "baseline" : nil].compactMap(\.self).joined(
      separator: ", ")
  }
}
