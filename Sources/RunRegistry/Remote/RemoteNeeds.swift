/// What of a remote registry is wanted.
public enum RemoteNeeds: Hashable, Sendable {
  /// The records of all runs, without their files: enough to list and compare metrics.
  case records
  /// All runs with all their files; of a folder that is no registry, every file.
  case everything
  /// One run with its files: the path of its folder below the address.
  case run(String)
}
