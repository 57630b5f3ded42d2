import Diagnostics
import Experiments
import Jobs
import RunModel
import Synchronization

/// Shows on standard error how far a search is: a block that is redrawn on a terminal, a line for each job elsewhere.
final class SearchDisplay: Sendable {
  private let context: CommandContext
  private let start: UTCTimestamp
  private let showsLog: Bool
  private let state: Mutex<State>

  private struct State {
    var block: SearchBlock
    /// How many lines of the block stand on the terminal now.
    var drawn = 0
    var isOver = false
  }

  /// A display of the workers of `spec`; `showsLog` says whether what programs write is shown line by line.
  init(_ spec: SearchSpec, workers: [String], showsLog: Bool, in context: CommandContext) {
    self.context = context
    self.showsLog = showsLog
    start = context.now()
    state = Mutex(State(block: SearchBlock(spec, workers: workers)))
  }

  /// Takes in what a worker says, and shows what is worth a line.
  func show(_ event: SearchEvent) {
    state.withLock { state in
      state.block.take(event)
      let metric = state.block.spec.metric
      switch event {
      case .began: return
      case .wrote(let worker, let line):
        guard showsLog, let job = state.block.job(of: worker) else { return }
        write("\(job.id) | " + VisibleText.escaping(line.text), &state)
      case .ended(_, let job, let seconds, let error):
        write(JobText.ending(job, seconds: seconds, error: error, metric: metric), &state)
      case .lost(_, let job, let reason):
        write("\(job.id) was lost, nothing of it is kept: \(JobText.reason(reason))", &state)
      case .gaveBack(_, let job): write("\(job.id) was stopped and is queued again", &state)
      case .waits(_, let reason): write("no run can be stored for now: " + JobText.cut(reason, 300), &state)
      case .leftOut(let job, let what): write("\(job.id) \(JobText.cut(what, 300))", &state)
      }
    }
  }

  /// Says something in a line of its own.
  func say(_ line: String) {
    state.withLock { write(line, &$0) }
  }

  /// Says that workers were asked to stop.
  func stop(_ line: String) {
    state.withLock { state in
      state.block.isStopping = true
      write(line, &state)
    }
  }

  /// Takes in how many jobs there are, and the jobs themselves where something else may have ended them.
  func update(counts: [JobStatus: Int], jobs: [Job]? = nil) {
    state.withLock { state in
      state.block.counts = counts
      if let jobs {
        var best = BestJob(state.block.spec)
        for job in jobs { best.consider(job) }
        state.block.best = best
      }
      if context.showsProgress, !state.isOver { redraw(&state) }
    }
  }

  /// The best job that is known.
  var best: Job? { state.withLock { $0.block.best.job } }

  /// Takes the block away and says how the search stands.
  func end() {
    state.withLock { state in
      clear(&state)
      state.isOver = true
      context.writeProgress(state.block.summary(elapsed: elapsed))
      if let line = state.block.best.line { context.writeProgress(line) }
    }
  }

  private var elapsed: Double {
    Double(max(0, context.now().microseconds - start.microseconds)) / 1e6
  }

  private func write(_ line: String, _ state: inout State) {
    clear(&state)
    context.writeProgress(line)
    if context.showsProgress, !state.isOver { redraw(&state) }
  }

  private func redraw(_ state: inout State) {
    let lines = state.block.lines(elapsed: elapsed, columns: TerminalWidth.columns)
    let up = state.drawn > 0 ? "\r\u{1B}[\(state.drawn)A" : "\r"
    context.writeError(up + "\u{1B}[J" + lines.map { $0 + "\n" }.joined())
    state.drawn = lines.count
  }

  private func clear(_ state: inout State) {
    guard state.drawn > 0 else { return }
    context.writeError("\r\u{1B}[\(state.drawn)A\u{1B}[J")
    state.drawn = 0
  }
}
