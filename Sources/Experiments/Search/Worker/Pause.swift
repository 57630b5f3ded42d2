/// How long a worker waits before it asks again: 50 ms at first, then twice as long each time, up to 2 s.
struct Pause: Sendable {
  private var milliseconds = 50

  /// A first pause.
  init() {}

  /// Waits, or returns at once when the task is cancelled.
  mutating func wait() async {
    try? await Task.sleep(for: .milliseconds(milliseconds))
    milliseconds = min(milliseconds * 2, 2000)
  }
}
