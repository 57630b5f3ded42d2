/// How a run ended, in the words that most trackers share.
public enum RunStatus: String, Hashable, Sendable, CaseIterable {
  /// Waiting for a worker.
  case queued
  /// Still at work, or killed without a word.
  case running
  /// Ended as it should.
  case completed
  /// Ended with an error.
  case failed
  /// Stopped from outside.
  case interrupted
  /// Stopped early because it promised little.
  case pruned
}
