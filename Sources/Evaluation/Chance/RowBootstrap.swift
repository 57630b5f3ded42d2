/// Resamples of rows, or of whole groups of rows: for rows that have weights or belong to groups.
struct RowBootstrap: Sendable {
  let statistics: ClassificationStatistics
  let units: RowUnits
  /// How many resamples there are.
  let resamples: Int
  /// How often each resample has each unit: `draws[chunk][resample * units + unit]`.
  private let draws: [[UInt16]]

  /// A bootstrap takes no more than so many row draws.
  static let largestWork = 10_000_000
  /// Fewer resamples do not tell where the 2.5th percentile is.
  static let fewestResamples = 500
  /// Fewer groups do not tell how much groups vary.
  static let fewestGroups = 10
  /// Ranking takes no more than so many row draws times labels.
  static let largestRankingWork = 500_000_000

  private static let chunk = 125

  /// Draws as many resamples as were asked for, fewer where these would be more than 10⁷ row draws.
  ///
  /// - Throws: ``Refusal`` where even 500 resamples are too many row draws, or units too few.
  init(_ statistics: ClassificationStatistics, options: ChanceOptions) throws(Refusal) {
    let rows = statistics.predictions.count
    let asked = options.resamples == 0 ? ChanceOptions().resamples : options.resamples
    let affordable = min(asked, Self.largestWork / max(rows, 1))
    guard affordable >= min(asked, Self.fewestResamples) else {
      throw Refusal(
        reason:
          "rows \(statistics.predictions.hasGroups ? "in groups" : "with weights") call for a bootstrap, "
          + "and \(Self.fewestResamples) resamples of \(rows) rows exceed 10⁷ row draws")
    }
    let units = RowUnits(statistics.predictions)
    if units.isGrouped, units.count < Self.fewestGroups {
      throw Refusal(
        reason:
          "\(units.count) groups are too few to tell how much groups vary; \(Self.fewestGroups) would do")
    }
    guard units.count > 1 else { throw Refusal(reason: "one row does not tell how much rows vary") }
    self.statistics = statistics
    self.units = units
    resamples = affordable
    draws = concurrentMap(count: (affordable + Self.chunk - 1) / Self.chunk) { number in
      Self.draws(
        units.count, resamples: min(Self.chunk, affordable - number * Self.chunk),
        generator: Xoshiro256.stream(seed: options.seed, number: number))
    }
  }

  /// Why there is no bootstrap.
  struct Refusal: Error {
    var reason: String
  }

  private static func draws(_ units: Int, resamples: Int, generator: Xoshiro256) -> [UInt16] {
    var generator = generator
    var counts = [UInt16](repeating: 0, count: units * resamples)
    counts.withUnsafeMutableBufferPointer { counts in
      let bound = UInt32(units)
      for start in stride(from: 0, to: counts.count, by: units) {
        for _ in 0..<units { counts[start &+ Int(generator.below(bound))] &+= 1 }
      }
    }
    return counts
  }

  /// The intervals of metrics with these values.
  func intervals(of metrics: [ClassificationMetric], values: [Double]) -> [IntervalResult] {
    zip(resampled(metrics), values).map { resampled, value in
      guard let resampled else {
        return .undefined("\(resamples) resamples of all rows and labels exceed 5·10⁸ draws of scores")
      }
      return interval(resampled, estimate: value)
    }
  }

  /// The values of metrics, each for all resamples, NaN where undefined; nil where ranking would take too long.
  func resampled(_ metrics: [ClassificationMetric]) -> [[Double]?] {
    let task = statistics.schema.task
    var results: [[Double]?] = metrics.map { metric in
      switch metric.chance.of(task) {
      // A share of right rows follows from counts, which are drawn for all such metrics at once.
      case .proportion where metric.needs.input == .labels: nil
      case .proportion(let term), .mean(let term): means(of: term)
      default: nil
      }
    }
    let isRanked = canRank
    let others = metrics.indices.filter { place in
      metrics[place].chance.of(task).isRanking ? isRanked : results[place] == nil
    }
    let found = functions(others.map { metrics[$0] }, isRanked: isRanked)
    for (place, values) in zip(others, found) { results[place] = values }
    return results
  }

  /// Bias-corrected percentiles, as many standard errors wide as Student's distribution asks for so many units
  /// (Hesterberg 2015, The American Statistician 69, section 5.4).
  private func interval(_ values: [Double], estimate: Double) -> IntervalResult {
    let number = Double(units.count)
    let reach =
      StudentDistribution.quantile975(degreesOfFreedom: number - 1) * (number / (number - 1)).squareRoot()
    return BootstrapInterval(resamples: values, estimate: estimate, reach: reach)
      .result(method: units.isGrouped ? .groupBootstrap : .rowBootstrap, count: units.count)
  }

  private var canRank: Bool {
    let labels = statistics.rankings.count * (statistics.microRanking == nil ? 1 : 2)
    return statistics.predictions.count * resamples * labels <= Self.largestRankingWork
  }

  /// What `start` makes of each resample, in order; called once for each chunk of them, on all cores.
  ///
  /// The closure that it returns gets the number of the resample and how often it has each unit.
  func mapResamples<Result: Sendable>(
    _ start: @Sendable () -> (_ resample: Int, _ multiplicities: UnsafeBufferPointer<UInt16>) -> Result
  ) -> [Result] {
    concurrentMap(count: draws.count) { number in map(chunk: number, start()) }.flatMap(\.self)
  }

  /// The same on the core of the caller.
  func mapResamplesInOrder<Result>(_ body: (Int, UnsafeBufferPointer<UInt16>) -> Result) -> [Result] {
    draws.indices.flatMap { map(chunk: $0, body) }
  }

  private func map<Result>(
    chunk number: Int, _ body: (Int, UnsafeBufferPointer<UInt16>) -> Result
  ) -> [Result] {
    draws[number].withUnsafeBufferPointer { all in
      (0..<all.count / units.count).map { place in
        let range = place * units.count..<(place + 1) * units.count
        return body(number * Self.chunk + place, UnsafeBufferPointer(rebasing: all[range]))
      }
    }
  }
}
