import Diagnostics
import Foundation
import Jobs
import RunModel

/// Works on jobs until their experiment is DONE, for tests that kill it.
///
/// What it did is written to a log of its own, one line for each step, so that it is known without the queue: `begin JOB
/// ATTEMPT NAME` behind a claim, `end …` before it says that the job is done, `done …` when the queue has taken that,
/// `lost …` when the queue refused it. Where no job is queued it proposes one, until there were so many.
@main struct QueueWorker {
  let queue: JobQueue
  let experiment: String
  let name: String
  let log: Int32
  let lease: Double
  let proposals: Int
  let pause: Int

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 8, let lease = Double(arguments[5]), let proposals = Int(arguments[6]),
      let pause = Int(arguments[7])
    else {
      FileHandle.standardError.write(
        Data("usage: queue-worker QUEUE EXPERIMENT NAME LOG LEASE PROPOSALS PAUSE\n".utf8))
      exit(64)
    }
    let queue = try JobQueue.open(arguments[1], creating: true) {
      UTCTimestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
    do throws(JobError) {
      try await queue.addExperiment(arguments[2])
    } catch {
      guard error.reason == .resourceExists else { throw error }
    }
    let log = open(arguments[4], O_WRONLY | O_APPEND | O_CREAT, 0o600)
    let worker = QueueWorker(
      queue: queue, experiment: arguments[2], name: arguments[3], log: log, lease: lease,
      proposals: proposals, pause: pause
    )
    while true {
      guard let job = try await worker.claim() else { break }
      try await worker.work(on: job)
    }
  }

  /// The next job; nil when there will be none any more.
  private func claim() async throws -> Job? {
    var watch = queue.watch(experiment)
    while true {
      watch.look()
      do throws(JobError) {
        let limit = proposals
        return try await queue.nextJob(of: experiment, worker: name, lease: lease, retries: 1000) { context in
          context.proposed < limit ? .job(["x": .integer(-1 - context.proposed)]) : .finished
        }
      } catch {
        guard error.reason == .noJob else { throw error }
        if error.isFinished { return nil }
      }
      await watch.wait()
    }
  }

  private func work(on job: Job) async throws {
    say("begin", job)
    if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
    let x = job.hyperparameters["x"]?.number ?? .nan
    do throws(JobError) {
      if job.id.hasSuffix("7") { try await queue.renewLease(of: job, for: lease) }
      say("end", job)
      try await queue.finish(job, results: ["square": .real(x * x)])
      say("done", job)
    } catch {
      guard error.reason == .leaseLost else { throw error }
      say("lost", job)
    }
  }

  /// Appends a line in one write, which no other process's line gets into.
  private func say(_ word: String, _ job: Job) {
    let line = "\(word) \(job.id) \(job.attempts) \(name)\n"
    guard write(log, line, line.utf8.count) == line.utf8.count else { exit(1) }
  }
}
