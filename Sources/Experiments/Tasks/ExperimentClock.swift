public import RunModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where an experiment takes the time from, which stands in its folder's name and in its records.
public struct ExperimentClock: Sendable {
  /// The time.
  public var now: @Sendable () -> UTCTimestamp

  /// A clock that calls `now`.
  public init(now: @escaping @Sendable () -> UTCTimestamp) {
    self.now = now
  }

  /// The machine's clock.
  public static let system = ExperimentClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return UTCTimestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// A clock that stands still.
  public static func fixed(_ time: UTCTimestamp) -> ExperimentClock {
    ExperimentClock { time }
  }
}

extension UTCTimestamp {
  /// The time as it stands in skrobot's files and names of folders, to the second: `2026-03-21T05-15-09`.
  var skrobotText: String {
    String(isoWithoutZone.prefix(19).map { $0 == ":" ? "-" : $0 })
  }
}
