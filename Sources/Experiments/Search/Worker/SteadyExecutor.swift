import Dispatch
import Synchronization

/// Runs tasks that must go on whatever keeps Swift's own threads: there are as many of those as cores, and one that
/// waits for a disk or a terminal is missing to all others.
final class SteadyExecutor: TaskExecutor {
  /// The one of this process.
  static let shared = SteadyExecutor()

  private let queue = DispatchQueue(label: "assay.heartbeat")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Sleeps without the help of Swift's own threads.
  ///
  /// - Returns: False when the task is cancelled.
  func sleep(seconds: Double) async -> Bool {
    let alarm = Alarm()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        alarm.wait(continuation)
        queue.asyncAfter(deadline: .now() + max(0, seconds)) { alarm.ring() }
      }
    } onCancel: {
      alarm.ring()
    }
    return !Task.isCancelled
  }

  /// Wakes who waits for it once, also if it rang before.
  private final class Alarm: Sendable {
    private enum State {
      case silent, rang
      case awaited(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.silent)

    func wait(_ continuation: CheckedContinuation<Void, Never>) {
      let hasRung = state.withLock { state in
        if case .rang = state { return true }
        state = .awaited(continuation)
        return false
      }
      if hasRung { continuation.resume() }
    }

    func ring() {
      let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
        defer { state = .rang }
        if case .awaited(let continuation) = state { return continuation }
        return nil
      }
      waiting?.resume()
    }
  }
}
