import Diagnostics
import Foundation
import Jobs
import RunModel
import TestSupport
import Testing

/// Worker processes on one queue, killed while they work: every job comes to its end exactly once.
///
/// `ASSAY_QUEUE_JOBS` says how many jobs there are for each of the eight workers: few in `make test`, 2,000 in `make soak`.
@Suite struct KilledWorkersTests {
  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
  }

  private static let workers = 8
  private static let lease = 1.0
  private static let jobsEach: Int = {
    let text = ProcessInfo.processInfo.environment["ASSAY_QUEUE_JOBS"] ?? ""
    return max(2, Int(text) ?? 25)
  }()
  /// Milliseconds that each job takes; a few where there are few jobs, so that there is something to kill.
  private static let pause = jobsEach < 500 ? 10 : 0
  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "queue-worker")

  private var path: String { scratch.path + "/jobs.sqlite" }
  private var logPath: String { scratch.path + "/log" }

  @Test func everyJobEndsOnceHoweverManyWorkersAreKilled() async throws {
    let total = Self.workers * Self.jobsEach
    let queue = try JobQueue.open(path, creating: true) {
      UTCTimestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
    try await queue.addExperiment("squares")
    for x in 0..<total / 2 { try await queue.addJob(to: "squares", hyperparameters: ["x": .integer(x)]) }

    let beginning = Date()
    let (kills, starts) = try run(proposals: total - total / 2, kills: max(8, total / 200))
    let seconds = Date().timeIntervalSince(beginning)

    let jobs = try await queue.allJobs(of: "squares")
    let events = try Self.events(in: String(contentsOfFile: logPath, encoding: .utf8))
    let left = jobs.reduce(0) { $0 + $1.failures.count }
    let late = events.filter { $0.word == "lost" }.count
    print(
      """
      \(Self.workers) workers, \(total) jobs in \(Int(seconds * 1000)) ms: \(Int(Double(total) / seconds)) jobs a second; \
      \(kills) workers killed of \(starts) started, \(left) attempts cut short, \(late) workers too late
      """)
    #expect(try await queue.experiment("squares").status == .done)
    #expect(try await queue.listing(of: "squares").damaged == [])
    Self.check(jobs, events, total: total, kills: kills)
  }

  /// Starts the workers; after every so many jobs one is killed and another started, or, each fourth time, one is stopped for
  /// longer than its lease lasts.
  ///
  /// - Returns: How many were killed and started, when all others have ended by themselves.
  private func run(proposals: Int, kills: Int) throws -> (kills: Int, starts: Int) {
    var workers: [Process] = []
    var starts = 0
    func start() throws {
      let process = Process()
      process.executableURL = Self.program
      process.arguments = [
        path, "squares", "w\(starts)", logPath, "\(Self.lease)", "\(proposals)", "\(Self.pause)",
      ]
      try process.run()
      workers.append(process)
      starts += 1
    }
    defer { for worker in workers where worker.isRunning { kill(worker.processIdentifier, SIGKILL) } }
    for _ in 0..<Self.workers { try start() }
    var generator = SeededGenerator(seed: 8)
    var (killed, struck) = (0, 0)
    var stopped: (id: pid_t, until: Date)?
    let step = Self.workers * Self.jobsEach / (kills * 4 / 3 + 1)
    let deadline = Date(timeIntervalSinceNow: 600)
    while workers.contains(where: \.isRunning), Date() < deadline {
      usleep(2000)
      if let (id, until) = stopped, Date() > until {
        kill(id, SIGCONT)
        stopped = nil
      }
      let size = (try? FileManager.default.attributesOfItem(atPath: logPath)[.size] as? Int) ?? 0
      // A job that ends at once leaves three lines of about 15 bytes.
      guard killed < kills, struck < size / (45 * step),
        let victim = workers.indices.randomElement(using: &generator), workers[victim].isRunning,
        workers[victim].processIdentifier != stopped?.id
      else { continue }
      struck += 1
      if struck % 4 == 2, stopped == nil {
        stopped = (workers[victim].processIdentifier, Date(timeIntervalSinceNow: 1.5 * Self.lease))
        kill(workers[victim].processIdentifier, SIGSTOP)
      } else {
        kill(workers[victim].processIdentifier, SIGKILL)
        workers[victim].waitUntilExit()
        #expect(workers[victim].terminationReason == .uncaughtSignal)
        workers.remove(at: victim)
        killed += 1
        try start()
      }
    }
    for worker in workers {
      try #require(!worker.isRunning, "a worker that never ends")
      #expect(worker.terminationStatus == 0)
    }
    return (killed, starts)
  }

  /// One line of the log.
  private struct Event: Hashable {
    var word: Substring
    var job: String
    var attempt: Int
    var worker: String
  }

  private static func events(in log: String) throws -> [Event] {
    try log.split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      try #require(parts.count == 4, "\(line)")
      return Event(
        word: parts[0], job: String(parts[1]), attempt: try #require(Int(parts[2])), worker: String(parts[3]))
    }
  }

  /// What the queue says must be what the workers' own log says.
  private static func check(_ jobs: [Job], _ events: [Event], total: Int, kills: Int) {
    #expect(kills > 0)
    #expect(jobs.count == total)
    #expect(Set(jobs.map(\.id)).count == total)
    let expected = Set((-(total - total / 2)..<total / 2))
    #expect(Set(jobs.compactMap { $0.hyperparameters["x"]?.number.map { Int($0) } }) == expected)
    let known = Set(events)
    #expect(known.count == events.count, "a step was made twice")
    let done = events.filter { $0.word == "done" }
    #expect(Set(done.map(\.job)).count == done.count, "a job was done twice")
    #expect(
      done.count >= total - kills, "only a worker that was killed can have done a job without saying so")
    let finals = Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, $0) })
    for event in done {
      #expect(finals[event.job]?.attempts == event.attempt && finals[event.job]?.worker == event.worker)
    }
    for job in jobs {
      let x = job.hyperparameters["x"]?.number ?? .nan
      #expect(job.status == .done && job.results["square"]?.number == x * x && job.leaseEnds == nil)
      let end = Event(word: "end", job: job.id, attempt: job.attempts, worker: job.worker ?? "")
      #expect(known.contains(end), "\(job.id) was done by nobody")
      // Every attempt but the last one failed, and left its trace.
      #expect(job.failures.map(\.attempt) == Array(1..<job.attempts))
    }
  }
}
