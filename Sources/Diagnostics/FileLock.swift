/// A lock that is held as long as this is; see ``FileSystem/lock``.
public final class FileLock: Sendable {
  private let release: @Sendable () -> Void

  /// A lock that ends by `release`.
  public init(release: @escaping @Sendable () -> Void) {
    self.release = release
  }

  deinit { release() }
}
