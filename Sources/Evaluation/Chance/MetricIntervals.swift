/// The 95 % intervals of the metrics of one evaluation.
///
/// What they have in common, such as resamples, is made once for all of them.
struct MetricIntervals {
  let statistics: ClassificationStatistics
  let options: ChanceOptions

  /// The interval of each metric, or why it has none.
  ///
  /// - Complexity: Constant for proportions and means. O(resamples × cells) for functions of counts while that is at
  ///   most 5·10⁶, else linear in cells and, where rows may have several labels, in rows × labels. At most 10⁷ row
  ///   draws where rows have weights or belong to groups.
  func results(_ metrics: [ClassificationMetric], values: [MetricValue]) -> [IntervalResult] {
    let task = statistics.schema.task
    var results: [IntervalResult?] = zip(metrics, values).map { metric, value in
      guard options.isOn else { return .undefined("no intervals were asked for") }
      if case .undefined(let reason) = value { return .undefined(reason) }
      if case .none(let reason) = metric.chance.of(task) { return .undefined(reason) }
      return nil
    }
    let open = results.indices.filter { results[$0] == nil }
    let found = intervals(open.map { metrics[$0] }, values: open.map { values[$0].number ?? .nan })
    for (place, result) in zip(open, found) { results[place] = result }
    return results.compactMap(\.self)
  }

  /// Whether rows count alike and are independent.
  private var isPlain: Bool { !statistics.schema.hasWeights && !statistics.hasGroups }

  private func intervals(_ metrics: [ClassificationMetric], values: [Double]) -> [IntervalResult] {
    guard !metrics.isEmpty else { return [] }
    guard isPlain else {
      guard statistics.keepsRows else {
        return metrics.map { _ in .undefined(ClassificationStatistics.noRows) }
      }
      do throws(RowBootstrap.Refusal) {
        return try RowBootstrap(statistics, options: options).intervals(of: metrics, values: values)
      } catch {
        return metrics.map { _ in .undefined(error.reason) }
      }
    }
    let task = statistics.schema.task
    var counted: [Int] = []
    var results: [IntervalResult] = metrics.indices.map { place in
      let chance = metrics[place].chance.of(task)
      guard statistics.keepsRows || !chance.readsRows(of: task) else {
        return .undefined(ClassificationStatistics.noRows)
      }
      switch chance {
      case .none(let reason): return .undefined(reason)
      case .proportion(let term): return proportion(term)
      case .mean(let term): return mean(term, value: values[place], range: metrics[place].range)
      case .ranking(let interval): return interval(statistics)
      case .influence(let term):
        return influence(term(statistics), value: values[place], range: metrics[place].range)
      case .counts, .byTask:
        counted.append(place)
        return .undefined("")
      }
    }
    let found = functions(counted.map { metrics[$0] }, values: counted.map { values[$0] })
    for (place, result) in zip(counted, found) { results[place] = result }
    redrawRankings(metrics, values: values, &results)
    return results
  }

  /// Gives rankings of which no formula is known the interval of a bootstrap of rows, where that does not take long.
  private func redrawRankings(
    _ metrics: [ClassificationMetric], values: [Double], _ results: inout [IntervalResult]
  ) {
    let open = metrics.indices.filter { place in
      metrics[place].chance.of(statistics.schema.task).isRanking
        && results[place].reason == ClassificationMetric.Chance.unknown
    }
    guard !open.isEmpty else { return }
    var few = options
    few.resamples = RowBootstrap.fewestResamples
    do throws(RowBootstrap.Refusal) {
      let found = try RowBootstrap(statistics, options: few)
        .intervals(of: open.map { metrics[$0] }, values: open.map { values[$0] })
      for (place, result) in zip(open, found) { results[place] = result }
    } catch {
      for place in open {
        results[place] = .undefined(
          "no formula is known for it, and drawing rows anew takes too long for so many")
      }
    }
  }

  private func proportion(_ term: RowTerm) -> IntervalResult {
    let mean = term.mean(over: statistics)
    guard let interval = Interval.wilson(successes: mean.sum, trials: Double(mean.count)) else {
      return .undefined("there are no rows")
    }
    return .interval(interval)
  }

  private func mean(_ term: RowTerm, value: Double, range: ClosedRange<Double>) -> IntervalResult {
    let mean = term.mean(over: statistics)
    guard let error = mean.standardError else {
      return .undefined("one row does not tell how much rows vary")
    }
    guard error > 0 else {
      return .undefined("all rows have the same value, which does not show how far chance reaches")
    }
    let reach = NormalDistribution.quantile975 * error
    return .interval(
      Interval(
        low: max(range.lowerBound, value - reach), high: min(range.upperBound, value + reach),
        method: .standardError, count: mean.count))
  }

  private func influence(_ term: RowTerm, value: Double, range: ClosedRange<Double>) -> IntervalResult {
    let mean = term.mean(over: statistics)
    guard let error = mean.standardError else {
      return .undefined("one row does not tell how much rows vary")
    }
    return DeltaMethod.result(value, variance: error * error, range: range, count: mean.count)
  }
}
