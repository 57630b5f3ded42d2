import Foundation

/// Finds the differences of metrics between two sets of predictions, each by the method that its kind calls for.
struct DifferenceFinder {
  private let pair: AlignedPredictions
  private let candidate: ClassificationEvaluation
  private let baseline: ClassificationEvaluation
  private let mcNemar: McNemarTest
  private let options: ChanceOptions

  init(
    _ pair: AlignedPredictions, candidate: ClassificationEvaluation, baseline: ClassificationEvaluation,
    mcNemar: McNemarTest, options: ChanceOptions
  ) {
    self.pair = pair
    self.candidate = candidate
    self.baseline = baseline
    self.mcNemar = mcNemar
    self.options = options
  }

  /// An interval of a difference, and the p of no difference.
  typealias Finding = (interval: IntervalResult, pValue: Double?)

  /// The differences of the metrics that both evaluations have, in the order of the registry.
  func differences(of registry: MetricRegistry) -> [PairedDifference] {
    let shared = registry.metrics.filter { candidate[$0.name] != nil && baseline[$0.name] != nil }
    let findings = findings(of: shared.filter { difference(of: $0).number != nil })
    return shared.map { metric in
      let value = difference(of: metric)
      let finding = findings[metric.name]
      return PairedDifference(
        name: metric.name, direction: metric.direction, baseline: baseline[metric.name] ?? value,
        candidate: candidate[metric.name] ?? value, value: value,
        interval: finding?.interval ?? .undefined(value.reason ?? "no interval is known for it"),
        pValue: finding?.pValue)
    }
  }

  private func difference(of metric: ClassificationMetric) -> MetricValue {
    guard let first = baseline[metric.name], let second = candidate[metric.name] else {
      return .undefined("not computed for both")
    }
    if let reason = second.reason { return .undefined("undefined for the candidate: \(reason)") }
    if let reason = first.reason { return .undefined("undefined for the baseline: \(reason)") }
    return .value((second.number ?? 0) - (first.number ?? 0))
  }

  private func findings(of metrics: [ClassificationMetric]) -> [String: Finding] {
    let task = pair.schema.task
    guard options.isOn, pair.count > 1 else {
      let reason = options.isOn ? "one row shows nothing about chance" : "intervals are turned off"
      return Dictionary(uniqueKeysWithValues: metrics.map { ($0.name, (.undefined(reason), nil)) })
    }
    if pair.needsRowsDrawn { return findingsByDrawing(metrics, options) }
    let counted = metrics.filter { Self.isOfCounts($0, task) }
    var findings = counted.isEmpty ? [:] : findingsOfCounts(counted)
    var ranked: [ClassificationMetric] = []
    var rest: [ClassificationMetric] = []
    for metric in metrics where findings[metric.name] == nil {
      switch metric.chance.of(task) {
      case .mean(let term), .proportion(let term): findings[metric.name] = mean(of: term)
      case .none(let reason): findings[metric.name] = (.undefined(reason), nil)
      case .ranking:
        ranked.append(metric)
      default: rest.append(metric)
      }
    }
    if !ranked.isEmpty {
      findings.merge(findingsOfRankings(ranked)) { first, _ in first }
      rest += ranked.filter { findings[$0.name] == nil }
    }
    if !rest.isEmpty {
      var few = options
      few.resamples = RowBootstrap.fewestResamples
      findings.merge(findingsByDrawing(rest, few)) { first, _ in first }
    }
    return findings
  }
}

extension DifferenceFinder {
  /// Whether a metric is a function of the counts of labels and of right rows.
  private static func isOfCounts(_ metric: ClassificationMetric, _ task: ClassificationTask) -> Bool {
    switch metric.chance.of(task) {
    case .counts: true
    case .proportion: metric.needs.input == .labels
    default: false
    }
  }

  /// By drawing rows or groups, for whatever there is an interval of.
  private func findingsByDrawing(_ metrics: [ClassificationMetric], _ options: ChanceOptions) -> [String:
    Finding]
  {
    var findings: [String: Finding] = [:]
    var open: [ClassificationMetric] = []
    for metric in metrics {
      if case .none(let reason) = metric.chance.of(pair.schema.task) {
        findings[metric.name] = (.undefined(reason), nil)
      } else {
        open.append(metric)
      }
    }
    let second =
      pair.order == nil
      ? candidate.statistics : pair.arrangedCandidate.evaluate(EvaluationOptions(chance: .off)).statistics
    let drawn = RedrawnDifferences(baseline: baseline.statistics, candidate: second, options: options)
    return findings.merging(drawn.findings(of: open)) { first, _ in first }
  }

  /// By a paired bootstrap, or the delta method where that would take too long.
  private func findingsOfCounts(_ metrics: [ClassificationMetric]) -> [String: Finding] {
    let cells = PairedCells(pair)
    let isSmall = cells.count * options.resamples <= CountBootstrap.largestWork && options.resamples > 0
    let resampled =
      isSmall
      ? PairedBootstrap(
        cells: cells, baseline: baseline.statistics, candidate: candidate.statistics, options: options
      ).differences(of: metrics) : []
    var findings: [String: Finding] = [:]
    for (place, metric) in metrics.enumerated() {
      var finding: Finding =
        isSmall ? Self.percentiles(resampled[place], count: pair.count) : delta(metric, cells)
      if metric.name == "accuracy", finding.interval.interval != nil { finding.pValue = mcNemar.pValue }
      findings[metric.name] = finding
    }
    return findings
  }

  /// The interval and the p of resampled differences, of which NaN is undefined.
  ///
  /// The 2.5th and 97.5th percentile; p is twice the smaller share of resamples on either side of 0, 0 itself counted
  /// to both, with one added to both parts of the share so that it is never 0 (Davison and Hinkley 1997, 4.2).
  static func percentiles(
    _ values: [Double], count: Int, method: Interval.Method = .pairedBootstrap
  ) -> Finding {
    let known = values.filter { !$0.isNaN }
    let undefined = values.count - known.count
    guard Double(undefined) <= BootstrapInterval.largestUndefinedShare * Double(values.count),
      let ends = Percentiles.middle95(known)
    else { return (.undefined("\(undefined) of \(values.count) resamples leave it undefined"), nil) }
    let below = known.count { $0 <= 0 }
    let above = known.count { $0 >= 0 }
    let share = Double(min(below, above) + 1) / Double(known.count + 1)
    return (
      .interval(Interval(low: ends.low, high: ends.high, method: method, count: count)), min(1, 2 * share)
    )
  }

  /// By the influence of each kind of row on the difference.
  private func delta(_ metric: ClassificationMetric, _ cells: PairedCells) -> Finding {
    guard let first = metric.gradient(at: baseline.statistics),
      let second = metric.gradient(at: candidate.statistics)
    else {
      // Of so many labels no derivative is found numerically; a share of rows needs none.
      if case .proportion(let term) = metric.chance.of(pair.schema.task) { return mean(of: term) }
      return (.undefined("it has no derivative here"), nil)
    }
    let before = cells.baseline.influences(first)
    let after = cells.candidate.influences(second)
    var sum = 0.0
    var squares = 0.0
    for kind in cells.counts.indices {
      let influence = after[kind] - before[kind]
      sum += cells.counts[kind] * influence
      squares += cells.counts[kind] * influence * influence
    }
    let error = max(0, squares - sum * sum / Double(pair.count)).squareRoot()
    return Self.normal(difference(of: metric).number ?? 0, error: error, method: .delta, count: pair.count)
  }

  /// By the standard error of the mean of the rows' differences.
  private func mean(of term: RowTerm) -> Finding {
    let first = pair.baseline.batches.flatMap { term.values($0, pair.baseline.schema) }
    let second = pair.arranged(pair.candidate.batches.flatMap { term.values($0, pair.candidate.schema) })
    let mean = RowMean([zip(second, first).map { $0 - $1 }])
    guard let error = mean.standardError else { return (.undefined("one row has no standard error"), nil) }
    return Self.normal(mean.mean, error: error, method: .pairedStandardError, count: pair.count)
  }

  /// By DeLong’s variance of correlated areas, and by what each row moves averages by.
  private func findingsOfRankings(_ metrics: [ClassificationMetric]) -> [String: Finding] {
    let labels = pair.schema.labels.count
    guard pair.baseline.schema.scoredLabelCount == labels, pair.candidate.schema.scoredLabelCount == labels
    else { return [:] }
    let differences = RankingDifferences(candidate: pair.arrangedCandidate, baseline: pair.baseline)
    var findings: [String: Finding] = [:]
    for metric in metrics {
      guard let difference = differences[metric.name] else { continue }
      findings[metric.name] = (difference.interval, difference.pValue.number)
    }
    return findings
  }

  /// A difference ± 1.96 standard errors, and its p by the normal distribution.
  private static func normal(
    _ difference: Double, error: Double, method: Interval.Method, count: Int
  ) -> Finding {
    let reach = NormalDistribution.quantile975 * error
    let pValue = error > 0 ? NormalDistribution.twoSidedP(difference / error) : difference == 0 ? 1 : 0
    return (
      .interval(
        Interval(low: difference - reach, high: difference + reach, method: method, count: count)), pValue
    )
  }
}
