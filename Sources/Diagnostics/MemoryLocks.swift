import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The locks of a file system in memory, by path.
///
/// Whoever waits for one that is held by the same thread waits for ever; on disk that is no different.
final class MemoryLocks: Sendable {
  private let held = Mutex<Set<ExactString>>([])

  /// Takes the lock of `path`; nil if another holds it and `waits` is false.
  func lock(_ path: String, waits: Bool) throws(FileSystemError) -> FileLock? {
    let key = ExactString(path)
    while !held.withLock({ $0.insert(key).inserted }) {
      guard waits else { return nil }
      pause()
    }
    return FileLock { [self] in held.withLock { _ = $0.remove(key) } }
  }

  /// Lets others run for a moment.
  private func pause() {
    var moment = timespec(tv_sec: 0, tv_nsec: 100_000)
    nanosleep(&moment, nil)
  }
}
