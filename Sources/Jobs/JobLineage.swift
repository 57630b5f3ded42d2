public import Diagnostics

/// Where a job stands in a search whose jobs go on from one another: in a population, or in successive halving.
///
/// ```swift
/// let lineage = JobLineage(generation: 1, member: 3, parent: "0007", factors: ["lr": .times(1.13)])
/// lineage.factors["lr"]  // times(1.13): the value of 0007 was multiplied by that
/// ```
public struct JobLineage: Hashable, Sendable {
  /// Which generation of a population the job is of, or which rung of successive halving; from 0.
  public var generation: Int
  /// The place in the population, or the number of the trial, that the job continues; from 1.
  public var member: Int
  /// The id of the job whose hyperparameters and results it went on from; nil in generation 0.
  public var parent: String?
  /// What was drawn to change the parent's hyperparameters, by their names; a name that is not here was kept.
  public var factors: [ExactString: JobFactor]
  /// The ids of the jobs that had come to their end when this one was proposed, and had not at the proposal before, by
  /// the order of ids.
  ///
  /// Only where the proposal depends on who ended first; empty otherwise.
  public var news: [String]

  /// A place in a lineage.
  public init(
    generation: Int, member: Int, parent: String? = nil, factors: [ExactString: JobFactor] = [:],
    news: [String] = []
  ) {
    self.generation = generation
    self.member = member
    self.parent = parent
    self.factors = factors
    self.news = news
  }
}
