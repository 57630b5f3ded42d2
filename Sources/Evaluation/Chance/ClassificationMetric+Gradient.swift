extension ClassificationMetric {
  /// Without a gradient of its own, a metric of so many labels or fewer gets one numerically.
  private static let mostNumericLabels = 200

  /// The partial derivatives of a function of counts; nil where they are not known or do not exist, and for any other
  /// metric.
  func gradient(at statistics: ClassificationStatistics) -> CountGradient? {
    switch chance.of(statistics.schema.task) {
    case .counts(.some(let gradient)): return gradient(statistics)
    case .counts(nil), .proportion:
      guard statistics.labelCounts.count <= Self.mostNumericLabels else { return nil }
      return CountGradient(of: self, at: statistics)
    default: return nil
    }
  }
}
