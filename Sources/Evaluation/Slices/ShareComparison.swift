/// How the shares of right rows of two parts differ, and whether that may be chance.
struct ShareComparison {
  let difference: SliceDifference
  let pValue: MetricValue

  /// Compares two parts: by whole counts if `isExact`, else by the variance that weights and groups leave.
  ///
  /// `unit` names what the variance rests on.
  init(_ part: RightSums, _ rest: RightSums, isExact: Bool, unit: String) {
    guard let share = part.share, let otherShare = rest.share else {
      let reason = part.share == nil ? "no row of the slice counts" : "no row outside of the slice counts"
      difference = SliceDifference(undefined: reason)
      pValue = .undefined(reason)
      return
    }
    let value = share - otherShare
    guard !isExact else {
      let interval = Interval.newcombe(
        successes: part.right, trials: part.weight, others: rest.right, otherTrials: rest.weight)
      difference = SliceDifference(
        value: .value(value), interval: interval.map { .interval($0) } ?? .undefined("there are no rows"))
      pValue = .value(
        FisherExact.twoSidedP(
          (part.right, part.weight - part.right), (rest.right, rest.weight - rest.right)))
      return
    }
    guard let (variance, count) = RightSums.varianceOfDifference(part, rest) else {
      let reason = "there is one \(unit) only"
      difference = SliceDifference(value: .value(value), interval: .undefined(reason))
      pValue = .undefined(reason)
      return
    }
    guard variance > 0 else {
      let reason = "no \(unit) differs from the others"
      difference = SliceDifference(value: .value(value), interval: .undefined(reason))
      pValue = .undefined(reason)
      return
    }
    let error = variance.squareRoot()
    let half = NormalDistribution.quantile975 * error
    difference = SliceDifference(
      value: .value(value),
      interval: .interval(
        Interval(
          low: max(-1, value - half), high: min(1, value + half), method: .delta, count: count)))
    pValue = .value(NormalDistribution.twoSidedP(value / error))
  }
}
