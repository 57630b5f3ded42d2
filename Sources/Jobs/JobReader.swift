/// Reads all jobs of an experiment within one transaction, from memory where they are as they were.
///
/// A plan looks at every job each time it proposes one, and few of them changed since it last did. What was read counts
/// for later transactions only when this one is kept: what is undone may come back as something else under the same
/// ``Job/version``. For the same reason it counts only in the same ``JobTransaction/era``.
final class JobReader {
  /// Jobs by their ids, as they were in a transaction that was kept.
  struct Known: Sendable {
    let era: Int
    let jobs: [String: Job]
  }

  private let known: Known?
  /// What was read; nil if nothing was.
  private(set) var read: Known?

  /// So many jobs are read one by one; of more it is quicker to read all.
  private static let few = 32

  /// A reader that may know jobs already.
  init(_ known: Known?) {
    self.known = known
  }

  /// All jobs that can be read, oldest first.
  ///
  /// ``Job/leaseEnds`` may be what it was, since a lease that is renewed is no other version.
  ///
  /// - Complexity: Linear in the number of jobs, of which only those that changed are read whole.
  func jobs(of experiment: String, in transaction: any JobTransaction) throws(JobError) -> [Job] {
    let earlier = known.flatMap { $0.era == transaction.era ? $0.jobs : nil } ?? [:]
    let versions = try transaction.versions(of: experiment)
    let changed = versions.count { earlier[$0.id]?.version != $0.version }
    var jobs: [Job] = []
    if changed > Self.few {
      jobs = try transaction.jobs(of: experiment).jobs
    } else {
      jobs.reserveCapacity(versions.count)
      for (id, version) in versions {
        if let job = earlier[id], job.version == version {
          jobs.append(job)
        } else if let job = try readable(id, in: transaction) {
          jobs.append(job)
        }
      }
    }
    read = Known(era: transaction.era, jobs: Dictionary(jobs.map { ($0.id, $0) }) { first, _ in first })
    return jobs
  }

  /// The job of this id; nil where its record is damaged.
  private func readable(_ id: String, in transaction: any JobTransaction) throws(JobError) -> Job? {
    do throws(JobError) {
      return try transaction.job(id)
    } catch {
      guard error.reason == .damaged, error.job != nil else { throw error }
      return nil
    }
  }
}
