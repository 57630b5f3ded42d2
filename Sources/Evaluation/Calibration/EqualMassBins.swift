/// Rows by a probability, in bins of about equal weight; those of equal probability stay together.
struct EqualMassBins {
  /// The bins, from the lowest to the highest.
  private(set) var bins: [BinnedSums.Bin]
  /// The largest probability in each bin, or that of the bin before where it is empty.
  private(set) var uppers: [Double]

  /// The bins of the largest probability of each row, or of that of a label.
  ///
  /// - Complexity: Linear in the number of rows, for the largest probability in rows × labels.
  init(_ predictions: Predictions, label: Int?, count: Int, strategy: CalibrationCurve.Strategy) {
    bins = [BinnedSums.Bin](repeating: BinnedSums.Bin(), count: count)
    uppers = [Double](repeating: 0, count: count)
    var outcomes = ScoredOutcomes(predictions, label: label)
    if predictions.schema.hasWeights {
      outcomes.sortWeighted()
      add(outcomes.weighted, strategy: strategy)
    } else {
      let keys = OutcomeOrder(outcomes.keys)
      let ends = (0..<count).map { Self.firstRow(after: $0, of: count, rows: keys.count, strategy) }
      add(keys, ends: ends)
    }
    for bin in uppers.indices.dropFirst() { uppers[bin] = max(uppers[bin], uppers[bin - 1]) }
  }

  /// The sum of how far hits are from probabilities in each bin: what an expected calibration error is made
  /// of.
  var gapSum: Double { bins.reduce(0) { $0 + $1.gap } }

  /// Adds rows that count alike; `ends` are the numbers of rows, in the order of their probabilities, before the end of
  /// each bin.
  private mutating func add(_ order: OutcomeOrder, ends: [Int]) {
    let last = order.probabilities(at: ends.map { $0 - 1 })
    var start = 0
    var closed: [(bin: Int, upper: Double)] = []
    for bin in bins.indices where ends[bin] > start {
      // All rows of one probability belong where the first of them does.
      closed.append((bin, last[bin].probability))
      start = last[bin].countUpToIt
    }
    let sums = order.sums(upTo: closed.map(\.upper))
    for ((bin, upper), sum) in zip(closed, sums) {
      bins[bin] = BinnedSums.Bin(
        weight: sum.total.count, hits: Double(sum.hits), probability: sum.total.value)
      uppers[bin] = upper
    }
  }

  /// The first of so many rows, in the order of their probabilities, that may belong to a bin after `bin`.
  private static func firstRow(
    after bin: Int, of bins: Int, rows: Int, _ strategy: CalibrationCurve.Strategy
  ) -> Int {
    guard bin + 1 < bins else { return rows }
    // The smallest number B of rows below with bins · B / rows ≥ bin + 1, or (rows − 1)(bin + 1) / bins < B.
    return strategy == .quantile
      ? min(rows, (rows - 1) * (bin + 1) / bins + 1) : (rows * (bin + 1) + bins - 1) / bins
  }

  /// Adds sorted rows with weights above 0.
  private mutating func add(_ rows: [ScoredOutcomes.Outcome], strategy: CalibrationCurve.Strategy) {
    let total = rows.reduce(0) { $0 + $1.weight }
    var below = 0.0
    var bin = 0
    var previous = -1.0
    for (number, row) in rows.enumerated() {
      let probability = row.probability
      if probability > previous {
        while bin + 1 < bins.count,
          strategy == .quantile
            ? number >= Self.firstRow(after: bin, of: bins.count, rows: rows.count, strategy)
            : Double(bins.count) * below / total + 1e-9 >= Double(bin + 1)
        {
          bin += 1
        }
        previous = probability
        uppers[bin] = probability
      }
      bins[bin].weight += row.weight
      bins[bin].hits += row.isHit ? row.weight : 0
      bins[bin].probability += row.weight * probability
      below += row.weight
    }
  }
}
