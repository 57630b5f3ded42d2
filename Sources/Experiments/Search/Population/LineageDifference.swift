import Diagnostics

/// A decision of a search that a replay makes in another way.
public struct LineageDifference: Hashable, Sendable {
  /// The job that it is about.
  public let job: String
  /// What the queue has.
  public let found: String
  /// What the replay has.
  public let expected: String
}

extension LineageDifference: CustomStringConvertible {
  /// `0007: found the parent 0002; expected the parent 0003`, everything visible.
  public var description: String {
    [job + ": found " + found, "expected " + expected].map(VisibleText.escaping).joined(separator: "; ")
  }
}
