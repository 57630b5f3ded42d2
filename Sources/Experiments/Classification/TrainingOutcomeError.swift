import Diagnostics

/// Why what a trainer gave is no answer to what it was asked.
public struct TrainingOutcomeError: Error, Hashable, Sendable {
  /// The name of the trainer.
  public let trainer: String
  /// What was found, as the object of “gave …”.
  public let found: String
  /// What was expected instead.
  public let expected: String

  init(trainer: String, found: String, expected: String) {
    self.trainer = trainer
    self.found = found
    self.expected = expected
  }
}

extension TrainingOutcomeError: CustomStringConvertible {
  /// Who gave what, and what was expected.
  public var description: String {
    "The trainer \(VisibleText.quoting(trainer)) gave \(found); expected \(expected)."
  }
}
