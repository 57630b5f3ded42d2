/// Measures how long steps take, for the terminal only.
struct Stopwatch {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  init() {
    last = clock.now
  }

  /// The seconds since the last lap, or since the start.
  mutating func lap() -> Double {
    let now = clock.now
    defer { last = now }
    let parts = last.duration(to: now).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
