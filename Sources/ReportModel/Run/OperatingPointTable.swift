import Evaluation
import Markup

/// The thresholds that rules choose, each with its rates and counts, as a table.
struct OperatingPointTable {
  private let curve: RankCurve
  private let label: LabelEvaluation
  private let costs: ErrorCosts?
  private let noun: ExampleNoun

  /// The operating points of a curve; `label` is what was predicted without any of them.
  init(_ curve: RankCurve, label: LabelEvaluation, costs: ErrorCosts?, noun: ExampleNoun) {
    self.curve = curve
    self.label = label
    self.costs = costs
    self.noun = noun
  }

  var table: ReportTable {
    let rules = OperatingPointRule.standard(costs: costs)
    return ReportTable(
      label: "Operating points",
      columns: [
        .init("Chosen by"), .init("Threshold", .number), .init("Precision", .number),
        .init("Recall", .number), .init("FPR", .number), .init("TP", .number), .init("FP", .number),
        .init("FN", .number), .init("TN", .number),
      ],
      groups: [
        .init(rows: [row("As predicted", note: nil, threshold: nil, label.counts)]),
        .init(rows: zip(rules, curve.operatingPoints(rules)).map(row)),
      ], layout: .init(isFull: true, isPinned: true))
  }

  private func row(_ rule: OperatingPointRule, _ point: ThresholdCounts?) -> ReportTable.Row {
    guard let point else {
      let gaps = [ReportTable.Cell](repeating: "—", count: 8)
      return .init([.init("\(Self.title(rule))", note: "no threshold reaches it")] + gaps)
    }
    var note: RichText?
    if case .minimumCost = rule, let costs {
      note =
        "\(Self.cost(costs.falsePositive)) a false positive, \(Self.cost(costs.falseNegative)) a false negative: \(Self.cost(costs.total(of: point.counts))) in all, as predicted \(Self.cost(costs.total(of: label.counts)))"
    }
    return row(Self.title(rule), note: note, threshold: point.threshold, point.counts)
  }

  private func row(
    _ title: String, note: RichText?, threshold: Double?, _ counts: LabelCounts
  ) -> ReportTable.Row {
    let rates: [LabelRate] = [.precision, .recall, .falsePositiveRate]
    return .init(
      [.init("\(title)", note: note), .init(plain: threshold.map(Self.text) ?? "")]
        + rates.map { .init(plain: MetricText.value($0.value(counts))) }
        + [counts.truePositives, counts.falsePositives, counts.falseNegatives, counts.trueNegatives]
        .map { .init(plain: NumberText.weight($0)) })
  }

  /// What a rule does, in a few words.
  static func title(_ rule: OperatingPointRule) -> String {
    switch rule {
    case .maximumF1: "Highest F1"
    case .maximumMatthews: "Highest Matthews correlation"
    case .maximumInformedness: "Highest recall − FPR (Youden)"
    case .minimumCost: "Lowest cost"
    case .precision(let bound): "Precision ≥ \(bound)"
    case .recall(let bound): "Recall ≥ \(bound)"
    case .falsePositiveRate(let bound): "FPR ≤ \(bound)"
    }
  }

  /// A threshold, also where none of the rows is positive.
  static func text(_ threshold: Double) -> String {
    threshold.isFinite ? NumberText.score(threshold) : "above all"
  }

  private static func cost(_ cost: Double) -> String { NumberText.weight(cost) }
}
