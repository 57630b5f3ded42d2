#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many files this process may have open, which bounds how many programs it can run at the same time.
enum OpenFileLimit {
  /// Open files of a worker whose program runs: its pipes, its log, what is stored.
  static let ofWorker = 16
  /// Open files of everything else: the queue, the terminal, the registry.
  static let ofProcess = 32

  /// Makes room for `count` workers, as far as the system allows it.
  ///
  /// - Throws: ``CommandFailure`` if that is not far enough: a worker that cannot open a pipe would fail in the middle
  ///   of its work.
  static func allow(workers count: Int) throws(CommandFailure) {
    var limit = rlimit()
    guard getrlimit(Self.resource, &limit) == 0 else { return }
    let needed = rlim_t(ofProcess + ofWorker * count)
    if limit.rlim_cur >= needed { return }
    if limit.rlim_max >= needed {
      limit.rlim_cur = needed
      if setrlimit(Self.resource, &limit) == 0 { return }
    }
    let most = (Int(clamping: limit.rlim_max) - ofProcess) / ofWorker
    let advice = most > 0 ? "Use at most \(most), or allow more" : "Allow more"
    throw CommandFailure(
      "\(count) workers need \(needed) open files; this process may have \(limit.rlim_max). "
        + "\(advice) by “ulimit -n \(needed)”. No job was run.")
  }

  #if canImport(Glibc)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let resource = RLIMIT_NOFILE
  #endif
}
