public import RunModel

/// One attempt at a job that did not come to its end.
public struct JobFailure: Hashable, Sendable {
  /// Which attempt it was, counted from 1.
  public var attempt: Int
  /// The worker that made it.
  public var worker: String
  /// When it ended, or when its lease was found to have run out.
  public var timestamp: UTCTimestamp
  /// What happened, with the trace if there is one.
  public var error: String

  /// A failed attempt.
  public init(attempt: Int, worker: String, timestamp: UTCTimestamp, error: String) {
    self.attempt = attempt
    self.worker = worker
    self.timestamp = timestamp
    self.error = error
  }
}
