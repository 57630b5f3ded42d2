import Diagnostics
package import Evaluation
import Markup

extension EvaluationTables {
  /// Every slice that may be published, the worst first.
  ///
  /// The columns are `slice,rows,share,small`; for each metric its value, `_low`, `_high`, and the value of all other
  /// rows, `rest_`; then the difference of the metric that slices are sorted by, and the p-values.
  package func slices(_ evaluation: SliceEvaluation) -> [UInt8] {
    var csv = CSVWriter()
    let names = evaluation.metricNames
    csv.row(
      ["slice", "rows", "share", "small"]
        + names.flatMap { [$0, "\($0)_low", "\($0)_high", "rest_\($0)"] }
        + [
          "difference_metric", "difference", "difference_low", "difference_high", "p_value", "p_adjusted",
        ])
    for slice in evaluation.published(with: examples) {
      let difference = slice.primaryDifference
      let interval = difference.interval.interval
      csv.row(
        [slice.name, "\(slice.part.rows)", CSVNumber.text(slice.shareOfRows), "\(slice.isSmall)"]
          + names.flatMap { Self.cells(of: $0, in: slice) }
          + [
            evaluation.primaryMetric, CSVNumber.text(difference.value), CSVNumber.text(interval?.low),
            CSVNumber.text(interval?.high), CSVNumber.text(slice.pValue),
            CSVNumber.text(slice.adjustedPValue),
          ])
    }
    return csv.bytes
  }

  private static func cells(of name: String, in slice: EvaluatedSlice) -> [String] {
    let metric = slice.part.metrics.first { $0.name == name }
    let interval = metric?.interval.interval
    return [
      CSVNumber.text(metric?.value.number), CSVNumber.text(interval?.low), CSVNumber.text(interval?.high),
      CSVNumber.text(slice.rest[name]?.number),
    ]
  }
}
