import Diagnostics

/// Why a trainer cannot be given a parameter.
public struct TrainerParameterError: Error, Hashable, Sendable {
  /// The name of the trainer.
  public let trainer: String
  /// The name of the parameter.
  public let parameter: String
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String

  init(trainer: String, parameter: String, found: String, expected: String) {
    self.trainer = trainer
    self.parameter = parameter
    self.found = found
    self.expected = expected
  }
}

extension TrainerParameterError: CustomStringConvertible {
  /// Which parameter of which trainer, what was found and what was expected.
  public var description: String {
    let end = expected.utf8.last == UInt8(ascii: "?") ? "" : "."
    return
      "The trainer \(VisibleText.quoting(trainer)) was given the parameter \(VisibleText.quoting(parameter)), \(found); "
      + "\(expected)\(end)"
  }
}
