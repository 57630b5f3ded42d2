import Diagnostics
package import Evaluation
import Markup

extension EvaluationTables {
  /// Whether there is a positive label that has probabilities, and rows with and without it.
  package var hasThresholds: Bool {
    guard let positive = evaluation.schema.positive, positive < evaluation.schema.scoredLabelCount,
      evaluation.statistics.keepsRows
    else { return false }
    return evaluation.perLabel[positive].rocAUC.number != nil
  }

  /// The rates of the positive label at the thresholds 0.01, 0.02 … 0.99.
  package var thresholds: [UInt8] {
    var csv = CSVWriter()
    csv.row(Self.thresholdNames)
    for row in positiveCurve?.sweep() ?? [] { csv.row(Self.cells(of: row)) }
    return csv.bytes
  }

  /// The thresholds that rules choose, `inf` where no row is positive, and what errors cost there if that is stated; empty
  /// but for its name where no threshold meets a rule.
  package func operatingPoints(costs: ErrorCosts?) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(["rule"] + Self.thresholdNames + (costs == nil ? [] : ["cost"]))
    guard let curve = positiveCurve else { return csv.bytes }
    let width = Self.thresholdNames.count + (costs == nil ? 0 : 1)
    let rules = OperatingPointRule.standard(costs: costs)
    for (rule, point) in zip(rules, curve.operatingPoints(rules)) {
      guard let point else {
        csv.row([rule.name] + [String](repeating: "", count: width))
        continue
      }
      csv.row(
        [rule.name] + Self.cells(of: point)
          + (costs.map { [CSVNumber.text($0.total(of: point.counts))] } ?? []))
    }
    return csv.bytes
  }

  private var positiveCurve: RankCurve? {
    evaluation.schema.positive.flatMap { evaluation.decisionCurve(of: $0) }
  }

  private static let thresholdNames =
    ["threshold"] + ThresholdColumns.rates.map(\.name) + ThresholdColumns.counts.map(\.name)

  private static func cells(of row: ThresholdCounts) -> [String] {
    [CSVNumber.text(row.threshold)] + ThresholdColumns.rates.map { CSVNumber.text($0.value(row)) }
      + ThresholdColumns.counts.map { CSVNumber.text($0.value(row)) }
  }
}
