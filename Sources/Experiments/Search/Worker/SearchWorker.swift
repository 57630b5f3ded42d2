import Diagnostics
import Dispatch
public import Jobs
public import RunModel
public import RunRegistry

/// Takes jobs of a search from its queue, runs them and stores each as a run, until there is none left.
///
/// Several workers, in one process or many, may work on one queue. Cancelling the task stops a worker cleanly: its
/// program is ended, and its job is queued again.
///
/// ```swift
/// let worker = SearchWorker(
///   name: "1", spec: spec, begun: experiment.created, queue: queue, runs: LocalRunStore(registry), now: clock)
/// try await worker.run()
/// ```
public struct SearchWorker: Sendable {
  /// How a worker's work ended.
  public enum End: Hashable, Sendable {
    /// There is nothing left to do; the experiment is DONE.
    case finished
    /// It did the one job that it was to do.
    case onceDone
    /// There was nothing to do for a worker that does not wait.
    case nothingNow
    /// It was stopped.
    case stopped
  }

  /// What it is called in the queue.
  public let name: String
  /// What it is to do.
  public let spec: SearchSpec
  /// When the search was begun.
  public let begun: UTCTimestamp
  let queue: JobQueue
  let runs: any RunStore
  let parentFiles: (any ParentFiles)?
  let now: @Sendable () -> UTCTimestamp
  let onEvent: @Sendable (SearchEvent) -> Void

  /// A worker.
  ///
  /// - Parameters:
  ///   - name: What it is called in the queue.
  ///   - spec: What it is to do.
  ///   - begun: When the search was begun.
  ///   - queue: Where the jobs are.
  ///   - runs: Where their runs go.
  ///   - parentFiles: Where jobs find what their parents left; nil for their runs.
  ///   - now: The time.
  ///   - onEvent: Called with what it does, from any thread.
  public init(
    name: String, spec: SearchSpec, begun: UTCTimestamp, queue: JobQueue, runs: any RunStore,
    parentFiles: (any ParentFiles)? = nil,
    now: @escaping @Sendable () -> UTCTimestamp, onEvent: @escaping @Sendable (SearchEvent) -> Void = { _ in }
  ) {
    self.name = name
    self.spec = spec
    self.begun = begun
    self.queue = queue
    self.runs = runs
    self.parentFiles = parentFiles
    self.now = now
    self.onEvent = onEvent
  }

  /// Whether the registry has the run of a job that is over, as of its last attempt.
  ///
  /// - Throws: ``RegistryError`` or ``RemoteError`` where that cannot be found out.
  public func hasRun(of job: Job) async throws -> Bool { try await record.stored(job) != nil }

  /// Whether the registry has no run that could be that of a job, of whichever attempt.
  ///
  /// - Throws: ``RegistryError`` or ``RemoteError`` where that cannot be found out.
  public func lacksRun(of job: Job) async throws -> Bool {
    try await !runs.contains(record.draft(of: job, ended: job.created).run.id)
  }

  var record: JobRecord { JobRecord(spec: spec, begun: begun, runs: runs) }

  /// Works until there is nothing left, or the task is cancelled.
  ///
  /// - Parameter once: Whether it ends after one job, and does not wait for one.
  /// - Returns: Why it ended.
  /// - Throws: ``SearchFailure``; a job that it had is queued again.
  public func run(once: Bool = false) async throws(SearchFailure) -> End {
    try WorkFolder.prepare(forQueue: spec.queue)
    var watch = queue.watch(spec.experiment)
    var settled: [String: Int] = [:]
    while !Task.isCancelled {
      let job: Job
      try await settleBeforePlanning(&settled)
      let asked = ContinuousClock.now
      watch.look()
      do throws(JobError) {
        job = try await claim()
      } catch {
        guard error.reason == .noJob else { throw .queue(error) }
        try await settleCrashed(&settled)
        if error.isFinished {
          try await settlePruned()
          return .finished
        }
        if once { return .nothingNow }
        await watch.wait()
        continue
      }
      watch.found()
      if let asked = await leaseStart(of: job, asked: asked) { try await work(on: job, since: asked) }
      if once, !Task.isCancelled { return .onceDone }
    }
    return .stopped
  }

  private func claim() async throws(JobError) -> Job {
    let spec = spec
    let plan = spec.plan
    var job = try await queue.nextJob(
      of: spec.experiment, worker: name, lease: spec.lease, retries: spec.retries
    ) { context in
      if let plan { return plan.proposal(after: try context.jobs()) }
      return spec.point(of: context.proposed).map(Proposal.job) ?? .finished
    }
    if let plan, job.lineage == nil {
      // Somebody added it; the queue keeps no lineage of it, so that a replay knows.
      do throws(JobError) {
        job.lineage = plan.places(of: try await queue.allJobs(of: spec.experiment))[job.id]
      } catch {
        // Otherwise the lease would end, which counts as an attempt.
        _ = try? await queue.release(job)
        throw error
      }
    }
    return job
  }

  /// From when on the lease of a job counts by this machine's clock.
  ///
  /// A claim may wait for a database that is started again. What is left of the lease is not known then, so it is renewed.
  ///
  /// - Returns: The moment; nil if the job is lost already.
  private func leaseStart(
    of job: Job, asked: ContinuousClock.Instant
  ) async -> ContinuousClock.Instant? {
    guard ContinuousClock.now - asked > .seconds(spec.lease / 3) else { return asked }
    let again = ContinuousClock.now
    do throws(JobError) {
      try await queue.renewLease(of: job, for: spec.lease)
      return again
    } catch {
      onEvent(.lost(worker: name, job, error.detail))
      // Refused if another has it; otherwise nobody needs to wait for the lease to end.
      _ = try? await queue.release(job)
      return nil
    }
  }

  private func work(on job: Job, since asked: ContinuousClock.Instant) async throws(SearchFailure) {
    onEvent(.began(worker: name, job))
    let folder: RunFolder
    await reportEarlier(than: job)
    do throws(FileSystemError) {
      folder = try RunFolder(
        job: job.id, attempt: job.attempts, in: spec.workFolder,
        hyperparameters: JobAttempt.json(job.hyperparameters), fileSystem: .disk)
      try folder.write(spec.files)
    } catch {
      _ = try? await queue.release(job)
      throw .folder(error.description)
    }
    defer { folder.remove() }
    let ancestry = await JobAncestry(
      of: job, in: queue, files: parentFiles ?? StoredParentFiles(record: record, fileSystem: .disk))
    if case .failure(let error)? = ancestry.parent, error.reason == .unavailable {
      _ = try? await queue.release(job)
      throw .queue(error)
    }
    let attempt = JobAttempt(job: job, spec: spec, folder: folder, ancestry: ancestry, fileSystem: .disk)
    let (over, loss) = await Heartbeat(queue: queue, job: job, lease: spec.lease, since: asked).during {
      () -> Result<Bool, SearchFailure> in
      let outcome = await attempt.run { onEvent(.wrote(worker: name, $0)) }
      if outcome.isAbandoned { return .success(false) }
      if let hindrance = outcome.hindrance {
        _ = try? await queue.release(job)
        return .failure(hindrance)
      }
      do throws(SearchFailure) {
        return .success(try await end(job, outcome, folder))
      } catch {
        return .failure(error)
      }
    }
    if try over.get() { return }
    if let loss {
      onEvent(.lost(worker: name, job, loss.detail))
      // Refused if another has it; if only this machine believed it lost, nobody needs to wait for the lease to end.
      _ = try? await queue.release(job)
    } else {
      do throws(JobError) {
        onEvent(.gaveBack(worker: name, try await queue.release(job)))
      } catch {
        onEvent(.lost(worker: name, job, error.detail))
      }
    }
  }

  /// Stores a job's run, then ends the job: who is killed between leaves a run that the next attempt replaces.
  ///
  /// - Returns: False if the task was cancelled before the run was stored.
  private func end(
    _ job: Job, _ outcome: JobAttempt.Outcome, _ folder: RunFolder
  ) async throws(SearchFailure) -> Bool {
    do {
      var current = try await queue.renewLease(of: job, for: spec.lease)
      current.lineage = current.lineage ?? job.lineage
      let ended = now()
      let isLast = outcome.error == nil || current.attempts - current.excused > current.retries
      if isLast {
        var draft = record.draft(of: current, ended: ended)
        draft.run.status = outcome.error != nil ? .failed : outcome.isPruned ? .pruned : .completed
        draft.run.error = outcome.error
        for warning in JobRecord.add(outcome, folder, to: &draft) { onEvent(.leftOut(job, warning)) }
        try await save(draft)
      }
      // What the queue is told from here on has all of it.
      AttemptLog.remove(from: folder.path, fileSystem: .disk)
      let over: Job
      if let error = outcome.error {
        over =
          isLast
          ? try await queue.finish(current, as: .crashed, results: outcome.results, error: error)
          : try await queue.crash(current, error: error)
      } else {
        over = try await queue.finish(
          current, as: outcome.isPruned ? .pruned : .done, results: outcome.results)
      }
      let started = current.started ?? current.created
      let seconds = Double(max(0, ended.microseconds - started.microseconds)) / 1e6
      onEvent(.ended(worker: name, over, seconds: seconds, error: outcome.error))
      return true
    } catch is CancellationError {
      return false
    } catch {
      if (error as? RemoteError)?.reason == .cancelled { return false }
      if let error = error as? JobError, error.reason == .leaseLost {
        onEvent(.lost(worker: name, job, error.detail))
        return true
      }
      // May fail too; then the lease ends by itself.
      _ = try? await queue.release(job)
      throw SearchFailure(error)
    }
  }

  /// Stores a run, patiently.
  func save(_ draft: ExperimentRun) async throws {
    let record = record
    try await patiently { _ = try await record.save(draft) }
  }

  /// Does something with the registry; while there is no answer it is tried again.
  func patiently<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    try await StoragePatience.run(onWait: { onEvent(.waits(worker: name, $0.description)) }, body)
  }
}
