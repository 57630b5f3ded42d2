import Diagnostics
package import Evaluation
import Markup

/// The tables of a candidate beside its baseline as CSV: a line of column names, then a line for each thing.
///
/// Differences are candidate − baseline. What is undefined is an empty cell; no number is rounded. Where both cannot be
/// aligned there is nothing but the names of the columns.
package struct ComparisonTables: Sendable {
  private let comparison: PairedComparison?
  private let examples: ExamplePolicy

  /// The tables of `comparison`, with as much of examples as `examples` allows.
  package init(_ comparison: PairedComparison?, examples: ExamplePolicy) {
    self.comparison = comparison
    self.examples = examples
  }

  /// Every metric that both have:
  /// `metric,direction,baseline,candidate,difference,low,high,method,n,p_value,p_adjusted,reason`.
  ///
  /// The adjusted p is corrected by Holm for the number of metrics; the reason says why a value or an interval is missing.
  package var differences: [UInt8] {
    var csv = CSVWriter()
    csv.row([
      "metric", "direction", "baseline", "candidate", "difference", "low", "high", "method", "n", "p_value",
      "p_adjusted", "reason",
    ])
    for difference in comparison?.differences ?? [] {
      let interval = difference.interval.interval
      csv.row([
        difference.name, difference.direction == .higherIsBetter ? "higher_is_better" : "lower_is_better",
        CSVNumber.text(difference.baseline), CSVNumber.text(difference.candidate),
        CSVNumber.text(difference.value), CSVNumber.text(interval?.low), CSVNumber.text(interval?.high),
        interval?.method.rawValue ?? "", interval.map { "\($0.count)" } ?? "",
        CSVNumber.text(difference.pValue), CSVNumber.text(difference.adjustedPValue),
        difference.value.reason ?? difference.interval.reason ?? "",
      ])
    }
    return csv.bytes
  }

  /// Every row that only the candidate has right, those first in which the probability of the truth changed most.
  package var fixed: [UInt8] { table(of: examples == .none ? [] : comparison?.fixed() ?? []) }

  /// Every row that only the baseline has right, likewise.
  package var broken: [UInt8] { table(of: examples == .none ? [] : comparison?.broken() ?? []) }

  /// Every cell of truth × prediction that rows left or joined, the surest change first:
  /// `y_true,y_pred,baseline,candidate,difference,p_value,p_adjusted,exceeds_chance`.
  ///
  /// Empty but for the names where rows may have several labels.
  package var confusionDifference: [UInt8] {
    var csv = CSVWriter()
    csv.row([
      "y_true", "y_pred", "baseline", "candidate", "difference", "p_value", "p_adjusted", "exceeds_chance",
    ])
    for change in comparison?.confusionChanges() ?? [] {
      csv.row([
        change.truth.text, change.predicted.text, "\(change.baseline)", "\(change.candidate)",
        "\(change.difference)", CSVNumber.text(change.pValue), CSVNumber.text(change.adjustedPValue),
        "\(change.exceedsChance)",
      ])
    }
    return csv.bytes
  }

  /// The columns are those of the JSON: both probabilities are of the true label.
  private func table(of changed: [ChangedExample]) -> [UInt8] {
    let hasText = examples == .full && changed.contains { $0.text != nil }
    let hasImage = examples == .full && changed.contains { $0.image != nil }
    var csv = CSVWriter()
    csv.row(
      [
        "id", "y_true", "y_pred_baseline", "y_pred_candidate", "probability_baseline",
        "probability_candidate",
      ] + (hasText ? ["text"] : []) + (hasImage ? ["image"] : []))
    for example in changed {
      csv.row(
        [
          example.id, EvaluationTables.names(example.truth), EvaluationTables.names(example.baseline),
          EvaluationTables.names(example.candidate), CSVNumber.text(example.baselineProbability),
          CSVNumber.text(example.candidateProbability),
        ] + (hasText ? [example.text ?? ""] : []) + (hasImage ? [example.image ?? ""] : []))
    }
    return csv.bytes
  }
}
