/// What two sets of predictions about the same examples say of each other: whether the candidate is better than the
/// baseline, by how much, and on which rows.
///
/// ```swift
/// let comparison = try PairedComparison(candidate: new.evaluate(), baseline: old.evaluate(), primary: "accuracy")
/// comparison.verdict            // .better
/// comparison.mcNemar.pValue     // 4.5e-09
/// comparison.fixed(limit: 30)   // what the baseline had wrong and the candidate has right
/// ```
///
/// All differences are candidate − baseline.
public struct PairedComparison: Sendable {
  /// The rows of both.
  public let pair: AlignedPredictions
  /// The metric that decides.
  public let primary: String
  /// The difference of each metric that both have, in the order of the registry.
  ///
  /// ``PairedDifference/adjustedPValue`` is corrected for the number of metrics in this list. Where several candidates
  /// are compared with one baseline, ``RunComparisons`` corrects for the number of candidates instead.
  public internal(set) var differences: [PairedDifference]
  /// How rows fall.
  public let churn: Churn
  /// The exact test of whether both are right equally often; by numbers of rows, whatever their weights.
  public let mcNemar: McNemarTest

  /// Compares a candidate with a baseline.
  ///
  /// `primary` names the metric that decides; `options` says with how many resamples, from which seed.
  ///
  /// - Throws: ``AlignmentError`` when they are not about the same examples.
  /// - Complexity: Linear in rows × labels, and O(resamples × kinds of rows).
  public init(
    candidate: ClassificationEvaluation, baseline: ClassificationEvaluation, primary: String,
    metrics: MetricRegistry = .standard, options: ChanceOptions = ChanceOptions()
  ) throws(AlignmentError) {
    let pair = try AlignedPredictions(candidate: candidate.predictions, baseline: baseline.predictions)
    self.pair = pair
    self.primary = primary
    let tally = ChangeTally(pair)
    churn = tally.churn
    mcNemar = McNemarTest(broken: tally.brokenRows.count, fixed: tally.fixedRows.count)
    brokenRows = tally.brokenRows
    fixedRows = tally.fixedRows
    differences = DifferenceFinder(
      pair, candidate: candidate, baseline: baseline, mcNemar: mcNemar, options: options
    ).differences(of: metrics)
    adjust(HolmAdjustment.adjusted(differences.compactMap(\.pValue)))
  }

  let brokenRows: [Int32]
  let fixedRows: [Int32]

  /// The number of rows of each.
  public var rows: Int { pair.count }

  /// The difference of the metric with this name, or nil if it was not computed.
  public subscript(name: String) -> PairedDifference? {
    differences.first { $0.name == name }
  }

  /// What the interval of the primary metric's difference says; nil where it has none.
  public var verdict: Verdict? { self[primary]?.verdict }

  /// Sets the adjusted p-values of those differences that have a p-value, in their order.
  private mutating func adjust(_ pValues: [Double]) {
    var left = pValues[...]
    for index in differences.indices where differences[index].pValue != nil {
      differences[index].adjustedPValue = left.popFirst()
    }
  }
}
