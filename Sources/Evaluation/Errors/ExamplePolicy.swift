/// How much of an example goes onto pages and into the files beside them.
public enum ExamplePolicy: String, Hashable, Sendable, CaseIterable {
  /// Its id, labels, probabilities, and its text or image.
  case full
  /// Its id, labels and probabilities; no content.
  case ids
  /// No examples at all: counts only.
  case none
}
