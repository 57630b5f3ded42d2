/// The partial derivatives of a metric by the counts it is a function of.
///
/// One more row changes the metric, to first order, by what it changes the counts of each label times `labels`, plus
/// `perRow`.
public struct CountGradient: Hashable, Sendable {
  /// The derivatives by the true and false positives and negatives of each label, in the order of the labels.
  public var labels: [LabelCounts]
  /// The derivative by the weight of all rows, the counts of labels held fixed.
  public var perRow: Double
  /// The derivative by the weight of the rows that are right, all else held fixed.
  public var perRightRow: Double

  /// A gradient; by default of a function of the counts of labels alone.
  public init(labels: [LabelCounts], perRow: Double = 0, perRightRow: Double = 0) {
    self.labels = labels
    self.perRow = perRow
    self.perRightRow = perRightRow
  }
}

extension CountGradient {
  /// The gradient of `metric`, found by moving each count a little to both sides; nil where it is undefined nearby.
  ///
  /// - Complexity: O(labels) computations of the metric.
  init?(of metric: ClassificationMetric, at statistics: ClassificationStatistics) {
    var moved = statistics
    moved.confusion = nil
    let step = max(statistics.weightSum, 1) * 1e-6
    func derivative(_ path: WritableKeyPath<ClassificationStatistics, Double>) -> Double? {
      let start = moved[keyPath: path]
      defer { moved[keyPath: path] = start }
      // A count of 0 cannot fall.
      let below = min(step, start)
      moved[keyPath: path] = start + step
      guard let high = metric.compute(moved).number else { return nil }
      moved[keyPath: path] = start - below
      guard let low = metric.compute(moved).number else { return nil }
      return (high - low) / (step + below)
    }
    var labels: [LabelCounts] = []
    for label in statistics.labelCounts.indices {
      let path: WritableKeyPath<ClassificationStatistics, LabelCounts> = \.labelCounts[label]
      guard let truePositives = derivative(path.appending(path: \.truePositives)),
        let falsePositives = derivative(path.appending(path: \.falsePositives)),
        let falseNegatives = derivative(path.appending(path: \.falseNegatives)),
        let trueNegatives = derivative(path.appending(path: \.trueNegatives))
      else { return nil }
      labels.append(
        LabelCounts(
          truePositives: truePositives, falsePositives: falsePositives, falseNegatives: falseNegatives,
          trueNegatives: trueNegatives))
    }
    guard let perRow = derivative(\.weightSum), let perRightRow = derivative(\.correctWeight) else {
      return nil
    }
    self.init(labels: labels, perRow: perRow, perRightRow: perRightRow)
  }
}
