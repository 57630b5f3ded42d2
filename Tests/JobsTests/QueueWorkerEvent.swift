import Diagnostics
import Jobs
import RunModel
import Testing

/// One line of the log of `queue-worker`: a step of a worker, known without the queue.
struct QueueWorkerEvent: Hashable {
  /// `begin`, `end`, `done` or `lost`.
  var word: Substring
  var job: String
  var attempt: Int
  var worker: String

  /// A step.
  init(word: Substring, job: String, attempt: Int, worker: String) {
    self.word = word
    self.job = job
    self.attempt = attempt
    self.worker = worker
  }

  /// The step of a line.
  init(_ line: Substring) throws {
    let parts = line.split(separator: " ")
    try #require(parts.count == 4, "\(line)")
    self.init(
      word: parts[0], job: String(parts[1]), attempt: try #require(Int(parts[2])), worker: String(parts[3]))
  }

  /// Expects that what the queue says is what the workers' own log says: every job ended once, none was lost.
  ///
  /// - Parameters:
  ///   - jobs: The jobs of the queue.
  ///   - events: The log.
  ///   - queued: How many jobs were queued, with x from 0.
  ///   - proposals: How many were proposed, with x from −1 down.
  ///   - kills: How many workers were killed, each of which may have ended a job without saying so.
  static func check(
    _ jobs: [Job], _ events: [QueueWorkerEvent], queued: Int, proposals: Int, kills: Int
  ) {
    #expect(jobs.count == queued + proposals)
    #expect(Set(jobs.map(\.id)).count == jobs.count)
    #expect(
      Set(jobs.compactMap { $0.hyperparameters["x"]?.number.map { Int($0) } })
        == Set(-proposals..<queued))
    let known = Set(events)
    #expect(known.count == events.count, "a step was made twice")
    let done = events.filter { $0.word == "done" }
    #expect(Set(done.map(\.job)).count == done.count, "a job was done twice")
    #expect(
      done.count >= jobs.count - kills, "only a worker that was killed can have done a job without saying so")
    let finals = Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, $0) })
    for event in done {
      #expect(finals[event.job]?.attempts == event.attempt && finals[event.job]?.worker == event.worker)
    }
    for job in jobs {
      let x = job.hyperparameters["x"]?.number ?? .nan
      #expect(job.status == .done && job.results["square"]?.number == x * x && job.leaseEnds == nil)
      let end = QueueWorkerEvent(word: "end", job: job.id, attempt: job.attempts, worker: job.worker ?? "")
      #expect(known.contains(end), "\(job.id) was done by nobody")
      // Every attempt but the last one failed, and left its trace.
      #expect(job.failures.map(\.attempt) == Array(1..<job.attempts))
    }
  }
}
