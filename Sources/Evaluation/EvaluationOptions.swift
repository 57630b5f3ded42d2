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
  /// ``LabelEvaluation/averagePrecision``) even if no metric needs it, which takes longer than all else.
  public var ranksLabels: Bool

  /// Options; by default all of Assay's own metrics, with intervals.
  public init(
    metrics: MetricRegistry = .standard, chance: ChanceOptions = ChanceOptions(), keepsRows: Bool = true,
    ranksLabels: Bool = true
  ) {
    self.metrics = metrics
    self.chance = chance
    self.keepsRows = keepsRows
    self.ranksLabels = ranksLabels
  }
}
