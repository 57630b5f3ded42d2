public import Jobs

/// What a worker does, as it happens.
public enum SearchEvent: Sendable {
  /// It claimed a job and runs it.
  case began(worker: String, Job)
  /// Its program wrote a line.
  case wrote(worker: String, ProgramLine)
  /// A job came to its end, or is queued again after an attempt that failed; the job as the queue has it now.
  case ended(worker: String, Job, seconds: Double, error: String?)
  /// It does not have the job any more, and kept nothing; why.
  case lost(worker: String, Job, String)
  /// It was asked to stop and gave the job back.
  case gaveBack(worker: String, Job)
  /// It cannot store a run for now, and tries again; why.
  case waits(worker: String, String)
  /// Something of a job was left out; what.
  case leftOut(Job, String)
}
