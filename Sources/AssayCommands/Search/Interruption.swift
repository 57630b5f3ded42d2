import Dispatch
import Experiments
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C, SIGTERM and SIGHUP while workers run: the first calls a closure, the second ends the process at once, with the
/// programs that it runs.
///
/// SIGHUP is left ignored where it was, as `nohup` has it.
final class Interruption: Sendable {
  private let count = Atomic<Int>(0)
  private let numbers: [Int32]
  private let onFirst: @Sendable () -> Void
  // Only this object uses them, and sources may be used from any thread.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  /// Begins to listen; `onFirst` is called from another thread.
  init(onFirst: @escaping @Sendable () -> Void) {
    self.onFirst = onFirst
    let queue = DispatchQueue(label: "assay.interruption")
    // The default would end the process before the source hears of it.
    let before = signal(SIGHUP, SIG_IGN)
    let ignoresHangUp = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    let numbers = [SIGINT, SIGTERM] + (ignoresHangUp ? [] : [SIGHUP])
    self.numbers = numbers
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { [weak self] in self?.hear() }
      source.resume()
    }
  }

  /// Whether there was a signal.
  var isInterrupted: Bool { count.load(ordering: .relaxed) > 0 }

  /// Stops listening.
  func end() {
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }

  private func hear() {
    if count.add(1, ordering: .relaxed).oldValue == 0 { return onFirst() }
    RunningPrograms.killAll()
    _exit(130)
  }
}
