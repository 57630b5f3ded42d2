import Synchronization

/// Takes the lines of both streams of a program one at a time, and what ends it.
final class LineSink: Sendable {
  private struct State {
    var log: ProgramLog
    var errors: ProgramLog
    var isCancelled = false
    var hasExited = false
  }

  private let state: Mutex<State>
  private let onLine: (@Sendable (ProgramLine) -> Void)?

  /// A sink that keeps logs and calls `onLine` with each line, never twice at a time.
  init(log: ProgramLog, errors: ProgramLog, onLine: (@Sendable (ProgramLine) -> Void)?) {
    state = Mutex(State(log: log, errors: errors))
    self.onLine = onLine
  }

  /// Takes a line.
  func add(_ line: ProgramLine) {
    state.withLock { state in
      state.log.add(line)
      if line.stream == .error { state.errors.add(line) }
      onLine?(line)
    }
  }

  /// Whether the program shall be ended.
  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Says that the program shall be ended.
  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Whether the program's first process has ended.
  var hasExited: Bool { state.withLock { $0.hasExited } }

  /// Says that the program's first process has ended.
  func noteExit() { state.withLock { $0.hasExited = true } }

  /// The outcome with the logs as they are.
  func outcome(_ ending: ProgramEnding) -> ProgramOutcome {
    state.withLock { ProgramOutcome(ending: ending, log: $0.log, errors: $0.errors) }
  }
}
