import Diagnostics
public import Jobs
import RunModel

/// Makes all decisions of a search again, from its plan and the results of its jobs, and compares them.
///
/// Each job that the plan proposed is proposed anew, from the jobs before it as they were then. In a synchronous search all
/// that a decision depends on had ended; in another one the lineages say which jobs had. Results are taken as they are, and
/// jobs that somebody added are not decisions.
public struct LineageReplay: Sendable {
  /// The plan.
  public let plan: any LineagePlan

  /// A replay of the decisions of `plan`.
  public init(_ plan: any LineagePlan) {
    self.plan = plan
  }

  /// The first decision that is another one now; nil if all are the same.
  ///
  /// - Parameters:
  ///   - jobs: All jobs of the experiment, oldest first.
  ///   - isOver: Whether the experiment is DONE, so that the last pruning has happened.
  /// - Returns: Which job, what was found and what was expected.
  /// - Complexity: Quadratic in the number of jobs.
  public func firstDifference(in jobs: [Job], isOver: Bool) -> LineageDifference? {
    // What was outdone, and when.
    var outdone: [String: UTCTimestamp] = [:]
    var ended: Set<String> = []
    for (position, job) in jobs.enumerated() {
      guard let lineage = job.lineage else { continue }
      ended.formUnion(lineage.news)
      let before = jobs[..<position].map { asItWas($0, outdone: outdone, ended: ended) }
      switch plan.proposal(after: before) {
      case .descendant(let proposed):
        if let difference = Self.difference(job, lineage, proposed) { return difference }
        for id in proposed.prunes { outdone[id] = job.created }
      case .wait:
        return LineageDifference(job: job.id, found: "a job", expected: "none until another one has ended")
      default:
        return LineageDifference(job: job.id, found: "a job", expected: "the end of the search")
      }
    }
    var atEnd: Set<String> = []
    if isOver {
      let all = jobs.map { asItWas($0, outdone: outdone, ended: Set(jobs.map(\.id))) }
      if case .finishedPruning(let ids) = plan.proposal(after: all) { atEnd = Set(ids) }
    }
    return pruning(of: jobs, outdone: outdone, atEnd: atEnd)
  }

  /// A job as it was when a later one was proposed.
  private func asItWas(_ job: Job, outdone: [String: UTCTimestamp], ended: Set<String>) -> Job {
    var job = job
    let isOutdone = outdone[job.id] != nil
    if !plan.isSynchronous, !ended.contains(job.id) {
      job.status = .running
      return job
    }
    if job.isOutdone || isOutdone { job.status = isOutdone ? .pruned : .done }
    job.isOutdone = isOutdone
    return job
  }

  private static func difference(_ job: Job, _ lineage: JobLineage, _ proposed: ProposedJob)
    -> LineageDifference?
  {
    func words(_ values: [ExactString: Scalar]) -> String {
      values.sorted { $0.key < $1.key }.map { "\($0.key.text)=\($0.value.text)" }.joined(separator: " ")
    }
    func words(_ factors: [ExactString: JobFactor]) -> String {
      factors.sorted { $0.key < $1.key }.map { "\($0.key.text) \($0.value)" }.joined(separator: ", ")
    }
    let expected = proposed.lineage
    let pairs = [
      ("generation \(lineage.generation)", "generation \(expected.generation)"),
      ("member \(lineage.member)", "member \(expected.member)"),
      ("the parent \(lineage.parent ?? "none")", "the parent \(expected.parent ?? "none")"),
      ("the factors \(words(lineage.factors))", "the factors \(words(expected.factors))"),
      (
        "the hyperparameters \(words(job.hyperparameters))",
        "the hyperparameters \(words(proposed.hyperparameters))"
      ),
    ]
    guard let (found, expected) = pairs.first(where: { !$0.0.utf8.elementsEqual($0.1.utf8) }) else {
      return nil
    }
    return LineageDifference(job: job.id, found: found, expected: expected)
  }

  /// The first job that was outdone and should not be, or the other way round.
  private func pruning(
    of jobs: [Job], outdone: [String: UTCTimestamp], atEnd: Set<String>
  ) -> LineageDifference? {
    let parents = Set(jobs.compactMap(\.lineage?.parent))
    for job in jobs {
      let isExpected = outdone[job.id] != nil || atEnd.contains(job.id)
      if isExpected, job.status != .pruned, !Self.isTriedAnew(job, since: outdone[job.id]) {
        return LineageDifference(
          job: job.id, found: job.status.rawValue, expected: "PRUNED, since others did better")
      }
      // Of a search that went on after its end, what was pruned then may have been taken up again.
      if !isExpected, job.isOutdone, !parents.contains(job.id), isOver(jobs, atEnd) {
        return LineageDifference(
          job: job.id, found: "PRUNED by the search", expected: "a job that it left as it was")
      }
    }
    return nil
  }

  /// Whether somebody wanted a job tried anew after the search had gone on without it.
  private static func isTriedAnew(_ job: Job, since decision: UTCTimestamp?) -> Bool {
    guard let decision, let started = job.started else { return false }
    return job.status.isFinal && started >= decision
  }

  /// Whether what should be pruned is wholly known: always in a population, after the end in successive halving.
  private func isOver(_ jobs: [Job], _ atEnd: Set<String>) -> Bool {
    !(plan is HalvingPlan) || !atEnd.isEmpty
  }
}
