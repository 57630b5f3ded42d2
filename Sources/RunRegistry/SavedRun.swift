public import RunModel

/// Where a run was written.
public struct SavedRun: Hashable, Sendable {
  /// Its id, also where the registry chose it.
  public var id: RunID
  /// Its folder.
  public var path: String

  /// A run in a folder.
  public init(id: RunID, path: String) {
    self.id = id
    self.path = path
  }
}
