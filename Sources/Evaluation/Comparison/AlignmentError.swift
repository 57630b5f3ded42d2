import Diagnostics

/// Why two sets of predictions cannot be compared row by row.
public struct AlignmentError: Error, Hashable, Sendable {
  private let code: Code

  enum Code: Hashable, Sendable {
    case tasks(candidate: ClassificationTask, baseline: ClassificationTask)
    case oneHasIDs
    case counts(candidate: Int, baseline: Int)
    case idTwice(String, isCandidate: Bool)
    case missing(first: [String], count: Int, isCandidate: Bool)
    case truths(first: [String], count: Int)
    case positives(candidate: ExactString?, baseline: ExactString?)
    case weights(first: String)
    case groups(first: String)
  }

  init(_ code: Code) {
    self.code = code
  }

  /// What was found, as the object of “found …”.
  public var found: String {
    switch code {
    case .tasks(let candidate, let baseline):
      "\(candidate.rawValue) predictions beside \(baseline.rawValue) ones"
    case .oneHasIDs: "ids in one of the two only"
    case .counts(let candidate, let baseline):
      "\(candidate) rows without ids beside \(baseline) of the baseline"
    case .idTwice(let id, let isCandidate):
      "the id \(VisibleText.quoting(id)) twice in the \(Self.side(isCandidate))"
    case .missing(let first, let count, let isCandidate):
      "\(count) \(count == 1 ? "id" : "ids") that the \(Self.side(isCandidate)) does not have, first "
        + Self.list(first)
    case .truths(let first, let count):
      "another true label for \(count) \(count == 1 ? "row" : "rows"), first \(Self.list(first))"
    case .positives(let candidate, let baseline):
      "the positive label \(candidate?.quoted ?? "none") beside \(baseline?.quoted ?? "none")"
    case .weights(let first): "other weights, first of the row \(VisibleText.quoting(first))"
    case .groups(let first): "other groups, first of the row \(VisibleText.quoting(first))"
    }
  }

  /// What was expected, as the object of “expected …”.
  public var expected: String {
    switch code {
    case .tasks: "the same task"
    case .oneHasIDs: "a column of ids in both, or in neither"
    case .counts: "as many rows, or a column of ids in both"
    case .idTwice: "each id once"
    case .missing, .truths:
      "the same ids with the same true labels, since only then runs can be compared row by row"
    case .positives: "the same positive label; it can be named"
    case .weights, .groups: "the same weights and groups for the same rows"
    }
  }

  private static func side(_ isCandidate: Bool) -> String { isCandidate ? "candidate" : "baseline" }

  private static func list(_ ids: [String]) -> String {
    ids.map { VisibleText.quoting($0) }.joined(separator: ", ")
  }
}

extension AlignmentError: CustomStringConvertible {
  /// What was found and what was expected.
  public var description: String { "found \(found); expected \(expected)." }
}
