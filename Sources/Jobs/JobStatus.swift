/// Where a job stands, in schedy's words.
public enum JobStatus: String, Hashable, Sendable, CaseIterable {
  /// Waiting for a worker.
  case queued = "QUEUED"
  /// Claimed by a worker whose lease has not run out.
  case running = "RUNNING"
  /// Ended with an error, and will not be tried again by itself.
  case crashed = "CRASHED"
  /// Stopped early because it promised little.
  case pruned = "PRUNED"
  /// Ended as it should.
  case done = "DONE"

  /// Whether the job will not change any more unless somebody asks for it.
  public var isFinal: Bool { self != .queued && self != .running }
}
