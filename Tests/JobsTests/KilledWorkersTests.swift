import Diagnostics
import Foundation
import Jobs
import RunModel
import TestSupport
import Testing

/// Worker processes on one queue, killed while they work: every job comes to its end exactly once.
///
/// `ASSAY_QUEUE_JOBS` says how many jobs there are for each of the eight workers: few in `make test`, 2,000 in `make soak`.
@Suite(.serialized) struct KilledWorkersTests {
  private static let workers = 8
  private static let lease = 1.0
  private static let jobsEach: Int = {
    let text = ProcessInfo.processInfo.environment["ASSAY_QUEUE_JOBS"] ?? ""
    return max(2, Int(text) ?? 25)
  }()
  /// Milliseconds that each job takes; a few where there are few jobs, so that there is something to kill.
  private static let pause = jobsEach < 500 ? 10 : 0

  @Test(arguments: StoreKind.shared) func everyJobEndsOnceHoweverManyWorkersAreKilled(_ kind: StoreKind)
    async throws
  {
    let total = Self.workers * Self.jobsEach
    let place = try QueuePlace(kind)
    let queue = try JobQueue.open(place.address, creating: true, now: QueuePlace.now)
    try await queue.addExperiment("squares")
    for x in 0..<total / 2 { try await queue.addJob(to: "squares", hyperparameters: ["x": .integer(x)]) }

    let beginning = Date()
    let proposals = total - total / 2
    let workers = try QueueWorkers(lease: Self.lease, proposals: proposals, pause: Self.pause)
    let kills = try run(workers, on: place.address, kills: max(8, total / 200))
    let seconds = Date().timeIntervalSince(beginning)

    let jobs = try await queue.allJobs(of: "squares")
    let events = try workers.events()
    let left = jobs.reduce(0) { $0 + $1.failures.count }
    let late = events.filter { $0.word == "lost" }.count
    print(
      """
      \(kind): \(Self.workers) workers, \(total) jobs in \(Int(seconds * 1000)) ms: \
      \(Int(Double(total) / seconds)) jobs a second; \(kills) workers killed of \(workers.starts) started, \
      \(left) attempts cut short, \(late) workers too late
      """)
    #expect(try await queue.experiment("squares").status == .done)
    #expect(try await queue.listing(of: "squares").damaged == [])
    #expect(kills > 0)
    QueueWorkerEvent.check(jobs, events, queued: total / 2, proposals: proposals, kills: kills)
  }

  /// Starts the workers; after every so many jobs one is killed and another started, or, each fourth time, one is stopped for
  /// longer than its lease lasts.
  ///
  /// - Returns: How many were killed, when all others have ended by themselves.
  private func run(_ workers: QueueWorkers, on address: String, kills: Int) throws -> Int {
    for _ in 0..<Self.workers { try workers.start(on: address) }
    var generator = SeededGenerator(seed: 8)
    var (killed, struck) = (0, 0)
    var stopped: (id: pid_t, until: Date)?
    let step = Self.workers * Self.jobsEach / (kills * 4 / 3 + 1)
    let deadline = Date(timeIntervalSinceNow: 600)
    while workers.areRunning, Date() < deadline {
      usleep(2000)
      if let (id, until) = stopped, Date() > until {
        kill(id, SIGCONT)
        stopped = nil
      }
      guard killed < kills, struck < workers.logSize / (45 * step),
        let victim = workers.workers.indices.randomElement(using: &generator),
        workers.workers[victim].isRunning, workers.workers[victim].processIdentifier != stopped?.id
      else { continue }
      struck += 1
      if struck % 4 == 2, stopped == nil {
        let id = workers.workers[victim].processIdentifier
        stopped = (id, Date(timeIntervalSinceNow: 1.5 * Self.lease))
        kill(id, SIGSTOP)
      } else {
        // One that was over before the blow ended by itself, since there was nothing left to do.
        guard workers.strike(victim) else { continue }
        killed += 1
        try workers.start(on: address)
      }
    }
    #expect(workers.end(within: 30), "a worker that never ends, or fails")
    return killed
  }
}
