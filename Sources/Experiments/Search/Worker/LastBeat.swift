import Synchronization

/// When the last beat was sent that reached the queue, by this machine's own clock.
final class LastBeat: Sendable {
  private let moment: Mutex<ContinuousClock.Instant>

  /// The first one, sent at `moment`.
  init(_ moment: ContinuousClock.Instant) {
    self.moment = Mutex(moment)
  }

  /// Notes that a later one was sent at `moment`.
  func note(_ moment: ContinuousClock.Instant) {
    self.moment.withLock { $0 = moment }
  }

  /// Sleeps until the last beat is `seconds` old.
  ///
  /// - Returns: False when the task is cancelled before.
  func sleepUntilSilent(for seconds: Double) async -> Bool {
    while true {
      let left = moment.withLock { $0 } + .seconds(seconds) - .now
      if left <= .zero { return !Task.isCancelled }
      guard await SteadyExecutor.shared.sleep(seconds: left / .seconds(1)) else { return false }
    }
  }
}
