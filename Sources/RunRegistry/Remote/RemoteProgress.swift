/// How far something that goes over the line has come.
public struct RemoteProgress: Hashable, Sendable {
  /// What is going on.
  public enum Phase: String, Hashable, Sendable {
    /// Another program works on the same mirror.
    case waiting
    /// What is there is looked at.
    case listing
    /// Files are coming.
    case fetching
    /// Files are going.
    case uploading
  }

  /// What is going on.
  public var phase: Phase
  /// Files that arrived, of ``files``.
  public var filesDone = 0
  /// Files that are to be sent; 0 while that is not known.
  public var files = 0
  /// Bytes that arrived, of ``bytes``.
  public var bytesDone = 0
  /// Bytes that are to be sent; 0 while that is not known.
  public var bytes = 0

  /// Nothing done yet.
  public init(_ phase: Phase, files: Int = 0, bytes: Int = 0) {
    self.phase = phase
    self.files = files
    self.bytes = bytes
  }

  /// So far as rclone's numbers say.
  ///
  /// Bytes that had to be sent again count once.
  func advanced(to statistics: RcloneLog.Statistics) -> RemoteProgress {
    var progress = self
    progress.filesDone = min(statistics.transfers, files)
    progress.bytesDone = min(statistics.bytes, bytes)
    return progress
  }
}
