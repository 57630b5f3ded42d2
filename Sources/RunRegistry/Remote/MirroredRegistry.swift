public import Diagnostics

/// What a mirror holds after it was refreshed.
public struct MirroredRegistry: Hashable, Sendable {
  /// The local folder that a ``Registry`` reads.
  public var path: String
  /// Whether anything in it is a registry's or a run's; if not, it may be another tool's.
  public var isRegistry: Bool
  /// What was left out and why, in order of place.
  public var diagnostics: [Diagnostic]
  /// Files that were fetched now.
  public var filesFetched: Int
  /// The bytes of those.
  public var bytesFetched: Int
  /// Files that were removed because they are no longer there.
  public var filesRemoved: Int
}
