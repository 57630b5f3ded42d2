import Diagnostics
import Jobs
import RunModel
import RunRegistry

/// What a worker does for jobs whose workers were killed.
extension SearchWorker {
  /// Makes queue and registry agree on jobs whose workers were killed.
  ///
  /// A job that crashed without a run of its last attempt is stored as a failed run. One whose last attempt is stored as
  /// completed was killed between storing and ending: it is DONE, or PRUNED, with the results that were stored.
  ///
  /// - Parameter settled: The failures that are dealt with, by job; those are not looked at again.
  /// - Throws: ``SearchFailure`` where queue or registry cannot be used.
  func settleCrashed(_ settled: inout [String: Int]) async throws(SearchFailure) {
    do {
      guard try await queue.counts(of: spec.experiment)[.crashed] != 0 else { return }
      let jobs = try await queue.allJobs(of: spec.experiment)
      let places = spec.plan?.places(of: jobs) ?? [:]
      for var job in jobs where job.status == .crashed && settled[job.id] != job.attempts {
        settled[job.id] = job.attempts
        job.lineage = job.lineage ?? places[job.id]
        let crashed = job
        if let run = try await patiently({ try await record.stored(crashed) }) {
          // Somebody who calls a job CRASHED by hand adds no failure of that attempt, and is right. So is a plan that went
          // on without the job: nothing that it decided is changed afterwards, and the run says what the queue does.
          let ended = job.ended ?? job.created
          guard run.status == .completed || run.status == .pruned, job.failures.last?.attempt == job.attempts
          else { continue }
          if jobs.contains(where: { $0.lineage != nil && $0.created >= ended }) {
            try await patiently { try await runs.mark(run.id, as: .failed) }
          } else {
            try await finish(job, from: run)
          }
        } else {
          let folder = RunFolder.path(job: job.id, attempt: job.attempts, in: spec.workFolder)
          let log = AttemptLog.tail(in: folder, bytes: 1 << 20, fileSystem: .disk)
          if log != nil { job = await reportLog(in: folder, of: job, attempt: job.attempts) ?? job }
          var draft = record.draft(of: job, ended: job.ended ?? job.created)
          draft.run.status = .failed
          draft.run.error = job.failures.last?.error ?? "The job crashed."
          if let log { draft.logText(ExactString(WorkerProtocol.log), log + "\n") }
          do {
            try await save(draft)
            onEvent(
              .ended(
                worker: job.worker ?? name, job, seconds: draft.run.duration ?? 0, error: draft.run.error))
          } catch let error as JobError {
            // A later attempt stored its run meanwhile.
            guard error.reason == .leaseLost else { throw error }
          }
          RunFolder.removeEarlier(than: job.attempts + 1, job: job.id, in: spec.workFolder, .disk)
        }
      }
    } catch {
      throw SearchFailure(error)
    }
  }

  /// Settles jobs whose workers were killed before a plan goes on without them.
  ///
  /// One whose run was stored is DONE in time for the decisions that rest on it, unless another worker decides meanwhile.
  func settleBeforePlanning(_ settled: inout [String: Int]) async throws(SearchFailure) {
    guard spec.plan != nil else { return }
    let expired: [Job]
    do throws(JobError) {
      expired = try await queue.expireLeases(of: spec.experiment)
    } catch {
      throw .queue(error)
    }
    if expired.contains(where: { $0.status == .crashed }) { try await settleCrashed(&settled) }
  }

  /// Adds to the failures of earlier attempts what their programs wrote, where this machine still has it.
  func reportEarlier(than job: Job) async {
    for earlier in RunFolder.earlier(than: job.attempts, job: job.id, in: spec.workFolder, .disk) {
      _ = await reportLog(in: earlier.path, of: job, attempt: earlier.attempt)
    }
  }

  /// Adds the end of the log in `folder` to the failure of an attempt; returns the job as it is then.
  private func reportLog(in folder: String, of job: Job, attempt: Int) async -> Job? {
    guard let tail = AttemptLog.tail(in: folder, fileSystem: .disk) else { return nil }
    // A trace is good to have; without it the failure still says what happened.
    return try? await queue.addTrace(
      SearchProvenance.outputHeading + "\n\n" + tail, to: job.id, attempt: attempt)
  }

  private func finish(_ job: Job, from run: Run) async throws(JobError) {
    var job = job
    job.status = run.status == .pruned ? .pruned : .done
    job.results = (run.dicts["results"] ?? [:]).merging(run.metrics) { $1 }
    do throws(JobError) {
      _ = try await queue.pushUpdates(job)
    } catch {
      // Another worker did it, or somebody has other plans with the job.
      guard error.reason == .unsafeUpdate || error.reason == .notFound else { throw error }
    }
  }
}
