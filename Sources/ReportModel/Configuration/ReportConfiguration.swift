public import Diagnostics
public import Evaluation

/// What a user may say about a site in `assay.yaml`.
public struct ReportConfiguration: Hashable, Sendable {
  /// The site's name; that of the source's folder if absent.
  public var title: String?
  /// How much of an example's own content goes onto pages.
  public var examples: ExamplePolicy
  /// What is said about single experiments, by their id.
  public var experiments: [ExactString: ExperimentConfiguration]

  /// A configuration; everything has a default.
  public init(
    title: String? = nil,
    examples: ExamplePolicy = .full,
    experiments: [ExactString: ExperimentConfiguration] = [:]
  ) {
    self.title = title
    self.examples = examples
    self.experiments = experiments
  }

  /// What is said about the experiment `id`, or the defaults.
  public func experiment(_ id: ExactString) -> ExperimentConfiguration {
    experiments[id] ?? ExperimentConfiguration()
  }
}
