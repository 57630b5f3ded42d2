import RunModel
import Synchronization

/// A clock that stands until a test moves it.
final class TestClock: Sendable {
  private let microseconds = Mutex<Int64>(1_790_000_000_000_000)

  /// What a queue asks.
  var now: @Sendable () -> UTCTimestamp {
    { [self] in UTCTimestamp(microseconds: microseconds.withLock { $0 }) }
  }

  /// The moment it shows.
  var moment: UTCTimestamp { now() }

  /// Moves it, backwards where `seconds` is negative.
  func advance(seconds: Double) {
    microseconds.withLock { $0 += Int64(seconds * 1_000_000) }
  }
}
