import Diagnostics

/// Why a program is no trainer, or has not trained.
public struct CommandTrainerError: Error, Hashable, Sendable {
  /// The name of the trainer.
  public let trainer: String
  /// What went wrong, as whole sentences.
  public let problem: String
  /// The last lines of what the program printed; empty where that does not matter.
  public let log: String

  init(trainer: String, problem: String, log: String = "") {
    self.trainer = trainer
    self.problem = problem
    self.log = log
  }

  /// The last lines of a log, at most 8 KiB.
  static func tail(of log: [UInt8]) -> String {
    var tail = log.suffix(8 << 10)
    if tail.count < log.count { tail = tail.drop { $0 != UInt8(ascii: "\n") }.dropFirst() }
    return String(decoding: tail, as: UTF8.self)
  }
}

extension CommandTrainerError: CustomStringConvertible {
  /// What went wrong, and the last lines of what the program printed.
  public var description: String {
    "The trainer \(VisibleText.quoting(trainer)): \(problem)"
      + (log.isEmpty ? "" : "\nIt printed last:\n\(log)")
  }
}
