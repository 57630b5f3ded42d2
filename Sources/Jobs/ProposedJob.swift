public import Diagnostics
public import RunModel

/// A job that a strategy proposes with its place in a lineage.
public struct ProposedJob: Hashable, Sendable {
  /// What is to be tried.
  public var hyperparameters: [ExactString: Scalar]
  /// What the parent measured, which the job begins with; its own results replace it.
  public var results: [ExactString: Scalar]
  /// Its place.
  public var lineage: JobLineage
  /// The ids of the jobs that become PRUNED by it.
  ///
  /// Only a job that is DONE does; an id of another experiment, or of none, is passed over.
  public var prunes: [String]

  /// A proposed job.
  public init(
    hyperparameters: [ExactString: Scalar], results: [ExactString: Scalar] = [:], lineage: JobLineage,
    prunes: [String] = []
  ) {
    self.hyperparameters = hyperparameters
    self.results = results
    self.lineage = lineage
    self.prunes = prunes
  }
}
