/// What counts as having predicted a label when errors are listed.
public enum ErrorRule: String, Hashable, Sendable, CaseIterable {
  /// The labels that were predicted.
  case argmax
  /// The labels with a probability above 0.5, as gobbli 0.2.4 has it, also where a row has one label only.
  ///
  /// A row that was classified rightly with a probability of at most 0.5 is then a false negative. Labels without
  /// a probability have no errors.
  case threshold
}
