import Diagnostics
import Experiments
import Jobs
import RunModel
import RunRegistry

/// Workers of one process on one search, with their display and the way to stop them.
struct WorkerPool {
  let spec: SearchSpec
  let experiment: QueuedExperiment
  let queue: JobQueue
  let count: Int
  let once: Bool
  /// How to go on after an interruption, for a message.
  let continuation: String
  let context: CommandContext

  /// How the pool's work ended.
  struct End {
    /// Whether somebody asked it to stop.
    var wasInterrupted = false
    /// How many jobs there are by status.
    var counts: [JobStatus: Int] = [:]
  }

  /// Runs the workers to their end.
  ///
  /// - Throws: ``CommandFailure`` if a worker cannot go on; the others are stopped then, and their jobs queued again.
  func run() async throws -> End {
    let registry = Registry(path: spec.registry, fileSystem: context.fileSystem)
    // Numbers of processes tell workers of one machine apart, and say nothing about it.
    let names = (1...max(1, count)).map { "\(context.processNumber)-\($0)" }
    let display = SearchDisplay(spec, workers: names, in: context)
    await refresh(display, withJobs: true)
    let work = Task {
      try await withThrowingTaskGroup(of: SearchWorker.End.self) { group in
        for name in names {
          let worker = SearchWorker(
            name: name, spec: spec, begun: experiment.created, queue: queue, registry: registry,
            now: context.now, onEvent: { display.show($0) })
          group.addTask { try await worker.run(once: once) }
        }
        try await group.waitForAll()
      }
    }
    let interruption = Interruption {
      display.stop(
        "Stopping: running programs are ended, their jobs are queued again. Again to stop at once.")
      work.cancel()
    }
    defer { interruption.end() }
    let ticking = Task {
      var tick = 0
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(context.showsProgress ? 250 : 2000))
        tick += 1
        if context.showsProgress { await refresh(display, withJobs: tick % 12 == 0) }
      }
    }
    let result = await work.result
    ticking.cancel()
    await ticking.value
    await refresh(display, withJobs: true)
    display.end()
    if case .failure(let error) = result, !interruption.isInterrupted { throw CommandFailure("\(error)") }
    if interruption.isInterrupted { context.writeProgress("Interrupted. To go on: \(continuation)") }
    return End(
      wasInterrupted: interruption.isInterrupted,
      counts: (try? await queue.counts(of: spec.experiment)) ?? [:])
  }

  private func refresh(_ display: SearchDisplay, withJobs: Bool) async {
    guard let counts = try? await queue.counts(of: spec.experiment) else { return }
    let jobs = withJobs ? try? await queue.allJobs(of: spec.experiment) : nil
    display.update(counts: counts, jobs: jobs)
  }

  /// The exit code that follows, and where the runs are as the result.
  func finish(_ end: End, isStrict: Bool) throws -> CommandExit {
    if end.wasInterrupted { return .interrupted }
    let variant = FilePath.join(
      FilePath.join(spec.registry, spec.experiment), spec.variant)
    let (done, crashed) = (end.counts[.done] ?? 0, end.counts[.crashed] ?? 0)
    if done + crashed + (end.counts[.pruned] ?? 0) > 0 { try context.writeLine(variant) }
    if done == 0, crashed > 0 {
      context.writeMessage(
        "No job is done, \(crashed) crashed; see “assay jobs list \(VisibleText.escaping(spec.queue))”.",
        severity: .error)
      return .nothingDone
    }
    return isStrict && crashed > 0 ? .doneWithWarnings : .done
  }
}
