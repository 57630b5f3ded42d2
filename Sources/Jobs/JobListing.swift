/// The jobs of an experiment, with what was wrong with those that cannot be read.
public struct JobListing: Hashable, Sendable {
  /// The jobs, oldest first.
  public var jobs: [Job]
  /// One error for each record that is damaged, oldest first.
  public var damaged: [JobError]

  /// A listing.
  public init(jobs: [Job], damaged: [JobError] = []) {
    self.jobs = jobs
    self.damaged = damaged
  }
}
