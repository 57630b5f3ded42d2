import Diagnostics
import Experiments
import Foundation
import Jobs
import RunModel
import RunRegistry
import Synchronization

/// Workers of one process on one search, with their display and the way to stop them.
struct WorkerPool {
  let spec: SearchSpec
  let experiment: QueuedExperiment
  let queue: JobQueue
  /// Where runs are saved.
  let runs: any RunStore
  let count: Int
  let once: Bool
  /// Whether all workers of the search save their runs in this registry.
  var isOnlyRegistry = true
  /// Whether what programs write is shown.
  var showsLog = false
  /// How to go on after an interruption, for a message.
  let continuation: String
  /// What the workers are called; more than one get a number behind it.
  var name: String?
  let context: CommandContext

  /// How the pool's work ended.
  struct End {
    /// Whether somebody asked it to stop.
    var wasInterrupted = false
    /// How many jobs there are by status.
    var counts: [JobStatus: Int] = [:]
    /// Whether the search is over.
    var isOver = false
    /// Whether one of the jobs is the best one.
    var hasBest = false
    /// The jobs that are done and whose runs are gone from the registry.
    var lost: [Job] = []
  }

  /// Runs the workers to their end.
  ///
  /// - Throws: ``CommandFailure`` if a worker cannot go on; the others are stopped then, and their jobs queued again.
  func run() async throws -> End {
    if let obstacle = spec.obstacle { throw CommandFailure("\(obstacle) No job was run.") }
    try OpenFileLimit.allow(workers: count)
    let names = workerNames
    let display = SearchDisplay(spec, workers: names, showsLog: showsLog, in: context)
    await refresh(display, withJobs: true)
    let ended = Mutex<[Job]>([])
    let workers = names.map { name in
      SearchWorker(
        name: name, spec: spec, begun: experiment.created, queue: queue, runs: runs,
        now: context.now,
        onEvent: { event in
          if case .ended(_, let job, _, _) = event, job.status == .done {
            ended.withLock { $0.append(job) }
          }
          display.show(event)
        })
    }
    let work = Task {
      try await withThrowingTaskGroup(of: SearchWorker.End.self) { group in
        for worker in workers { group.addTask { try await worker.run(once: once) } }
        var isOver = false
        for try await end in group where end == .finished { isOver = true }
        return isOver
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
    let isOver = (try? result.get()) ?? false
    return End(
      wasInterrupted: interruption.isInterrupted,
      counts: (try? await queue.counts(of: spec.experiment)) ?? [:],
      isOver: isOver, hasBest: display.best != nil,
      lost: await lost(of: ended.withLock { $0 }, isOver: isOver, by: workers[0]))
  }

  /// Numbers of processes tell workers of one machine apart and say nothing about it; on several its name is needed.
  private var workerNames: [String] {
    if let name, count == 1 { return [name] }
    let host = JobQueue.isAddress(queue.path) ? ProcessInfo.processInfo.hostName + "-" : ""
    let stem = name ?? host + String(context.processNumber)
    return (1...max(1, count)).map { "\(stem)-\($0)" }
  }

  /// The jobs whose runs are not in the registry, of those that the pool ended and, at the end of a search, of all; on
  /// another machine that is not looked up.
  private func lost(of jobs: [Job], isOver: Bool, by worker: SearchWorker) async -> [Job] {
    guard runs is LocalRunStore else { return [] }
    var lost: [Job] = []
    for job in jobs {
      // One that somebody asked for anew is stored anew.
      guard let current = try? await queue.job(job.id), current.attempts == job.attempts,
        (try? await worker.hasRun(of: job)) == false
      else { continue }
      lost.append(job)
    }
    guard isOver, isOnlyRegistry, !JobQueue.isAddress(queue.path) else { return lost }
    let own = Set(jobs.map(\.id))
    // What nobody's worker ended has no run.
    for job in (try? await queue.allJobs(of: spec.experiment)) ?? []
    where job.status == .done && job.worker != nil && !own.contains(job.id) {
      if (try? await worker.lacksRun(of: job)) == true { lost.append(job) }
    }
    return lost.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private func refresh(_ display: SearchDisplay, withJobs: Bool) async {
    guard let counts = try? await queue.counts(of: spec.experiment) else { return }
    let jobs = withJobs ? try? await queue.allJobs(of: spec.experiment) : nil
    display.update(counts: counts, jobs: jobs)
  }

  /// The exit code that follows, and where the runs are as the result.
  func finish(_ end: End, isStrict: Bool) throws -> CommandExit {
    if !end.lost.isEmpty {
      context.writeMessage(
        "\(VisibleText.escaping(spec.registry)): the runs of \(end.lost.count) of the jobs that are done are not in "
          + "the registry: it was removed or replaced, or they were deleted. “assay jobs retry” runs them again; the "
          + "first is \(end.lost[0].id).", severity: .error)
    }
    if end.wasInterrupted { return .interrupted }
    let variant = FilePath.join(FilePath.join(runs.place, spec.experiment), spec.variant)
    let (done, crashed) = (end.counts[.done] ?? 0, end.counts[.crashed] ?? 0)
    let hasRuns = !(runs is LocalRunStore) || context.fileSystem.isDirectory(variant)
    let ended = done + (end.counts[.pruned] ?? 0)
    if hasRuns, ended + crashed > 0 { try context.writeLine(variant) }
    if ended == 0, crashed > 0 {
      context.writeMessage(
        "No job is done, \(crashed) crashed; see “assay jobs list \(VisibleText.escaping(spec.queue))”.",
        severity: .error)
      return .nothingDone
    }
    let isEmpty = end.isOver && ended + crashed == 0 && spec.strategy != .manual
    if isEmpty {
      context.writeMessage("The search is over, and none of its jobs is in the queue.", severity: .warning)
    }
    let isUnranked = end.isOver && !end.hasBest && ended > 0 && spec.direction != nil
    if isUnranked, let metric = spec.metric {
      context.writeMessage(
        "None of the \(ended) jobs that came to an end has a finite \(VisibleText.quoting(metric.text)): there is no best one"
          + (spec.plan == nil ? "." : ", and none that the search could go on from."), severity: .warning)
    }
    return !end.lost.isEmpty || isStrict && (crashed > 0 || isUnranked || isEmpty) ? .doneWithWarnings : .done
  }
}
