/// What came of running a ``Program``.
public struct ProgramOutcome: Hashable, Sendable {
  /// How it ended.
  public var ending: ProgramEnding
  /// What it wrote to standard output and standard error, in the order in which it came; bounded.
  public var log: ProgramLog
  /// What it wrote to standard error; bounded more narrowly, for messages.
  public var errors: ProgramLog

  /// An outcome.
  public init(ending: ProgramEnding, log: ProgramLog, errors: ProgramLog) {
    self.ending = ending
    self.log = log
    self.errors = errors
  }
}
