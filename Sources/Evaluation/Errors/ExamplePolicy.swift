/// How much of an example goes onto pages and into the files beside them.
public enum ExamplePolicy: String, Hashable, Sendable, CaseIterable {
  /// Its id, labels, probabilities, and its text or image.
  case full
  /// Its id, labels and probabilities; no content.
  case ids
  /// No examples at all: counts only.
  case none

  /// The one that lets the least through; ``full`` of none.
  ///
  /// What shows examples of several runs must not show more of them than each run's own policy allows.
  public static func strictest(_ policies: some Sequence<ExamplePolicy>) -> ExamplePolicy {
    let policies = Set(policies)
    return allCases.last { policies.contains($0) } ?? .full
  }
}
