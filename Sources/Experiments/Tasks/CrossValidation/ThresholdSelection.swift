import Diagnostics
import Evaluation

/// How a cross-validation chooses the threshold from which a row counts as positive.
public enum ThresholdSelection: Hashable, Sendable {
  /// By the mean of a metric over the validation parts, such as `f1` or `geometric_mean`.
  ///
  /// Of thresholds with the best mean the one with the smallest standard deviation counts, of these the lowest.
  case metric(String, greaterIsBetter: Bool = true)
  /// This one, which must be among those that are evaluated; they are compared with a tolerance of 10⁻⁹.
  case value(Double)
}

extension ThresholdSelection {
  private static let tolerance = 1e-9

  /// The threshold that counts, which is one of the summary's.
  ///
  /// - Throws: ``TaskError`` if no threshold is defined in every split, the metric is not known, or the number is not there.
  func threshold(in summary: ThresholdSummary, beta: Double) throws(TaskError) -> Double {
    guard !summary.rows.isEmpty else {
      let gap = summary.gaps.first.map { " At \($0.threshold), split \($0.split): \($0.reason)." } ?? ""
      throw TaskError(
        .noThreshold, detail: "The summary of threshold metrics cannot be generated." + gap)
    }
    switch self {
    case .value(let value):
      let near = summary.rows.map(\.threshold).min { abs($0 - value) < abs($1 - value) }
      if let near, abs(near - value) <= Self.tolerance { return near }
      let gap = summary.gaps.first { abs($0.threshold - value) <= Self.tolerance }
      throw TaskError(
        .noThreshold,
        detail: "For the specified threshold selection criteria [\(value)] no threshold can be selected: "
          + (gap.map { "in split \($0.split) \($0.reason)." }
            ?? "it is not among those evaluated; the nearest is \(near.map { "\($0)" } ?? "none")."))
    case .metric(let name, let greaterIsBetter):
      guard let column = summary.columns.firstIndex(of: "validation_" + name) else {
        let names = ThresholdMetrics.names(beta: beta)
        let near = NearestName.suggestion(for: name, among: names)
        throw TaskError(
          .invalidInput,
          detail: "The specified metric [\(VisibleText.escaping(name))] for threshold selection is invalid. "
            + (near.map { "Did you mean \(VisibleText.quoting($0))?" }
              ?? "Expected one of \(names.joined(separator: ", "))."))
      }
      func key(_ row: ThresholdSummary.Row) -> (Double, Double, Double) {
        let spread = row.spreads[column]
        return (
          greaterIsBetter ? -spread.mean : spread.mean, spread.standardDeviation.number ?? .infinity,
          row.threshold
        )
      }
      return summary.rows.min { key($0) < key($1) }?.threshold ?? .nan
    }
  }
}
