public import Jobs

/// A strategy whose jobs go on from one another: which job comes next, by the jobs so far and nothing else.
///
/// A plan knows no clock and keeps no state, so whoever has the jobs of a queue can ask it again and hears the same.
public protocol LineagePlan: Sendable {
  /// Whether jobs go on only when all that they could depend on have ended, so that who ends first changes nothing.
  var isSynchronous: Bool { get }
  /// The last generation or rung that there can be, from 0; nil where there is no last one.
  var lastGeneration: Int? { get }

  /// What comes next, where no job is queued.
  ///
  /// - Parameter jobs: All jobs of the experiment, oldest first.
  /// - Returns: A job with its place in the lineage, or that there is none now, or none any more.
  /// - Complexity: O(n log n) in the number of jobs.
  func proposal(after jobs: [Job]) -> Proposal

  /// Where each of the jobs stands, by their ids; jobs that take no part in the plan have no place.
  ///
  /// A job that somebody added has no lineage of its own and takes the lowest place that is free.
  func places(of jobs: [Job]) -> [String: JobLineage]
}
