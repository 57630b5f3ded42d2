/// What an evaluation computes.
public struct EvaluationOptions: Sendable {
  /// The metrics, in the order in which they are reported.
  public var metrics: MetricRegistry
  /// Whether and how their 95 % intervals are found.
  public var chance: ChanceOptions

  /// Whether the rows are kept for what sums over them do not tell: rankings, curves, errors, equal-mass
  /// bins.
  ///
  /// Without them nothing grows with the number of rows; metrics and intervals that need rows are undefined
  /// with that reason.
  public var keepsRows: Bool
  /// Whether rows are ranked for the areas of each label (``LabelEvaluation/rocAUC``,
  /// ``LabelEvaluation/averagePrecision``) even if no metric needs it, which takes longer than all else; without it,
  /// only as far as the metrics need.
  public var ranksLabels: Bool
  /// Whether what curves are drawn from is kept while rows are ranked, so that they need not be ranked again for it:
  /// of the positive label what decisions depend on (``ClassificationEvaluation/decisionCurve(of:)``), or outlines of the
  /// first 100 labels; and the numbers of rows in the bins of their score histograms.
  public var keepsCurves: Bool

  /// Options; by default all of Assay's own metrics, with intervals.
  public init(
    metrics: MetricRegistry = .standard, chance: ChanceOptions = ChanceOptions(), keepsRows: Bool = true,
    ranksLabels: Bool = true, keepsCurves: Bool = true
  ) {
    self.metrics = metrics
    self.chance = chance
    self.keepsRows = keepsRows
    self.ranksLabels = ranksLabels
    self.keepsCurves = keepsCurves
  }
}
