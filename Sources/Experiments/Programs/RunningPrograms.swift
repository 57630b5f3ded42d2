import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The programs of this process that run now, so that they can be ended at once when the process has no time left.
public enum RunningPrograms {
  private static let groups = Mutex<Set<pid_t>>([])

  /// Ends all of them with all that they started, without asking.
  public static func killAll() {
    for group in groups.withLock({ $0 }) { kill(-group, SIGKILL) }
  }

  /// Says that a program began, by the number of its group.
  static func add(_ group: pid_t) { _ = groups.withLock { $0.insert(group) } }

  /// Says that it is over.
  static func remove(_ group: pid_t) { _ = groups.withLock { $0.remove(group) } }
}
