import Markup

/// How long the steps of a command took, for `--timings`.
struct StepTimes {
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant
  private var steps: [(step: String, seconds: Double)]

  /// Times of steps that are over; further ones are measured from now on.
  init(_ steps: [(step: String, seconds: Double)] = []) {
    self.steps = steps
    start = clock.now
  }

  /// Ends a step and begins the next.
  mutating func end(_ step: String) {
    let now = clock.now
    steps.append((step, (now - start) / .seconds(1)))
    start = now
  }

  /// One line for each step: `read      0.012 s`.
  var report: String {
    let width = (steps.map(\.step.count).max() ?? 0) + 2
    return steps.map { step, seconds in
      step + String(repeating: " ", count: width - step.count) + NumberText.fixed(seconds, decimals: 3)
        + " s\n"
    }
    .joined()
  }
}
