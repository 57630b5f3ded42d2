import Evaluation
import Markup

/// The tables of a cross-validation as CSV, with skrobot's columns; an undefined value is an empty cell.
struct CrossValidationTables {
  /// What was found.
  let result: CrossValidationResult

  /// Every split at every threshold: `threshold`, `cv_split`, then `validation_…` and perhaps `train_…`.
  var splits: [UInt8]? {
    guard result.threshold != nil else { return nil }
    let names = ThresholdMetrics.names(beta: result.beta)
    var csv = CSVWriter(lineEnd: "\n")
    let hasTrain = result.splits.allSatisfy { $0.train != nil }
    csv.row(
      ["threshold", "cv_split"] + names.map { "validation_\($0)" }
        + (hasTrain ? names.map { "train_\($0)" } : []))
    for (number, split) in result.splits.enumerated() {
      for (place, metrics) in split.validation.thresholdMetrics.enumerated() {
        let train = hasTrain ? split.train?.thresholdMetrics[place].values ?? [] : []
        csv.row(["\(metrics.threshold)", "\(number)"] + (metrics.values + train).map(Self.cell))
      }
    }
    return csv.bytes
  }

  /// Means over the splits, then deviations, of each threshold at which everything is defined.
  var summary: [UInt8]? {
    guard let summary = result.summary else { return nil }
    var csv = CSVWriter(lineEnd: "\n")
    csv.row(
      ["threshold"] + summary.columns.map { "\($0)_mean" } + summary.columns.map { "\($0)_std" })
    for row in summary.rows {
      csv.row(
        ["\(row.threshold)"] + row.spreads.map { "\($0.mean)" }
          + row.spreads.map { Self.cell($0.standardDeviation) })
    }
    return csv.bytes
  }

  /// The test data at every threshold.
  var test: [UInt8]? {
    guard result.threshold != nil, let test = result.test else { return nil }
    var csv = CSVWriter(lineEnd: "\n")
    csv.row(["threshold"] + ThresholdMetrics.names(beta: result.beta).map { "test_\($0)" })
    for metrics in test.thresholdMetrics {
      csv.row(["\(metrics.threshold)"] + metrics.values.map(Self.cell))
    }
    return csv.bytes
  }

  /// The tables that there are, by the names of their files.
  var files: [(name: String, bytes: [UInt8])] {
    let tables = [
      ("cv_splits_threshold_metrics.csv", splits), ("cv_splits_threshold_metrics_summary.csv", summary),
      ("test_threshold_metrics.csv", test),
    ]
    return tables.compactMap { name, bytes in bytes.map { (name, $0) } }
  }

  private static func cell(_ value: MetricValue) -> String { value.number.map { "\($0)" } ?? "" }
}
