public import Diagnostics
public import Evaluation
public import RunModel

/// What a user may say about one experiment in `assay.yaml`.
public struct ExperimentConfiguration: Hashable, Sendable {
  /// The metric that decides, by its name; see ``PrimaryMetric`` for the default.
  public var primaryMetric: ExactString?
  /// Which way is better, for a metric that Assay does not know.
  public var direction: MetricDirection?
  /// The run to compare with: a run's id, `variant/run`, or a variant's id for its latest run.
  public var baseline: ExactString?
  /// The id or file name of the artifact that holds the predictions; `predictions` with any ending if absent.
  public var predictions: ExactString?
  /// The positive label of a binary problem.
  public var positive: ExactString?
  /// Names of columns in the prediction files: role → name.
  public var columns: [ExactString: ExactString]
  /// Parts of the rows to be measured beside the rest, further to those of attributes.
  public var slices: [SliceExpression]
  /// What the errors of a binary problem cost, for the threshold that costs least.
  public var costs: ErrorCosts?

  /// A configuration; everything has a default.
  public init(
    primaryMetric: ExactString? = nil,
    direction: MetricDirection? = nil,
    baseline: ExactString? = nil,
    predictions: ExactString? = nil,
    positive: ExactString? = nil,
    columns: [ExactString: ExactString] = [:],
    slices: [SliceExpression] = [],
    costs: ErrorCosts? = nil
  ) {
    self.primaryMetric = primaryMetric
    self.direction = direction
    self.baseline = baseline
    self.predictions = predictions
    self.positive = positive
    self.columns = columns
    self.slices = slices
    self.costs = costs
  }
}
