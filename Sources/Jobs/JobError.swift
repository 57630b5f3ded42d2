import Diagnostics

/// Why the queue could not do what it was asked for.
public struct JobError: Error, Hashable, Sendable {
  /// The sorts of failure that callers tell apart; the first three are schedy's.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// There is no job to work on now; see ``JobError/isFinished`` for whether there may be one later.
    case noJob
    /// There is an experiment of this name already.
    case resourceExists
    /// The record was changed since it was read.
    case unsafeUpdate
    /// There is no such experiment or job.
    case notFound
    /// The worker does not have the job any more, and has changed nothing.
    case leaseLost
    /// The request makes no sense: a name, a status or a size that cannot be.
    case invalid
    /// What was to propose a job failed.
    case proposalFailed
    /// The file is something else than a queue, or one of a newer version.
    case notAQueue
    /// There is no queue at this path.
    case noQueue
    /// The record or the file is damaged.
    case damaged
    /// The file cannot be used now: locked for too long, no permission, no space.
    case unavailable
  }

  /// What went wrong.
  public var reason: Reason
  /// Where the queue is.
  public var queue: String
  /// The experiment that it is about, if it is about one.
  public var experiment: String?
  /// The job that it is about, if it is about one.
  public var job: String?
  /// What was found, what was expected and what to do, as whole sentences.
  public var detail: String
  /// With ``Reason/noJob``: whether the experiment is DONE, so that waiting is of no use.
  public var isFinished: Bool

  /// An error of the queue at `queue`; a store leaves that empty, and the queue fills it in.
  public init(
    _ reason: Reason, queue: String = "", experiment: String? = nil, job: String? = nil, detail: String,
    isFinished: Bool = false
  ) {
    self.reason = reason
    self.queue = queue
    self.experiment = experiment
    self.job = job
    self.detail = detail
    self.isFinished = isFinished
  }
}

extension JobError: CustomStringConvertible {
  /// Where, and what is wrong: `jobs.sqlite: experiment “digits”: job 0003: …`.
  public var description: String {
    var places = queue.isEmpty ? [] : [VisibleText.escaping(queue)]
    if let experiment { places.append("experiment \(VisibleText.quoting(experiment))") }
    if let job { places.append("job \(VisibleText.escaping(String(job.prefix(60))))") }
    return (places + [detail]).joined(separator: ": ")
  }
}
