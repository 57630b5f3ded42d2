/// Whether an experiment gives out jobs, in schedy's words.
public enum ExperimentStatus: String, Hashable, Sendable, CaseIterable {
  /// Its jobs are given to workers.
  case running = "RUNNING"
  /// Completed or paused: nobody is given a job, and what runs may come to its end.
  case done = "DONE"
}
