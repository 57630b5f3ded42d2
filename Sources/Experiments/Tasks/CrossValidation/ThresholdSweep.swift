import Evaluation

/// Counts how rows fall at many thresholds.
enum ThresholdSweep {
  /// The counts at each threshold; a row is predicted to be positive when its probability is at least the threshold.
  ///
  /// ```swift
  /// ThresholdSweep.metrics([(0.5, true), (0.4, false)], thresholds: [0.45], beta: 1)[0].counts.truePositives  // 1
  /// ```
  ///
  /// - Parameters:
  ///   - rows: The probability of the positive label, and whether it is true.
  ///   - thresholds: In any order.
  ///   - beta: The β of the F-measure.
  /// - Returns: One for each threshold, in their order.
  /// - Complexity: O(*n* log *n*) in the number of rows, and logarithmic for each threshold.
  static func metrics(
    _ rows: [(probability: Double, isPositive: Bool)], thresholds: [Double], beta: Double
  ) -> [ThresholdMetrics] {
    let hits = rows.filter(\.isPositive).map(\.probability).sorted()
    let misses = rows.filter { !$0.isPositive }.map(\.probability).sorted()
    return thresholds.map { threshold in
      let truePositives = hits.count - below(threshold, in: hits)
      let falsePositives = misses.count - below(threshold, in: misses)
      let counts = LabelCounts(
        truePositives: Double(truePositives), falsePositives: Double(falsePositives),
        falseNegatives: Double(hits.count - truePositives),
        trueNegatives: Double(misses.count - falsePositives))
      return ThresholdMetrics(threshold: threshold, counts: counts, beta: beta)
    }
  }

  /// How many of ascending values are below `threshold`.
  private static func below(_ threshold: Double, in values: [Double]) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < threshold { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
