import Diagnostics
import Jobs
import RunModel
import TestSupport
import Testing

/// Random histories of several workers, held against a model that knows nothing of the queue's own rules but what its
/// documents say.
@Suite struct QueueLawTests {
  /// What is known of a job from outside.
  private struct Expected {
    var status = JobStatus.queued
    var worker: String?
    var leaseEnds: Int64 = 0
    var counted = 0
    var failures: [String] = []
  }

  /// A claim that a worker believes to have.
  private struct Claim {
    var job: Job
    var isCurrent: Bool
  }

  private static let retries = 2
  private static let lease = 10.0

  @Test(arguments: StoreKind.allCases) func everyJobEndsOnceAndNoneIsLost(_ kind: StoreKind) async throws {
    for seed in 0..<UInt64(FuzzDose.rounds(default: 12)) {
      try await play(seed: seed, on: QueueUnderTest(kind))
    }
  }

  private func play(seed: UInt64, on test: QueueUnderTest) async throws {
    var generator = SeededGenerator(seed: seed)
    var model: [String: Expected] = [:]
    var claims: [Claim] = []
    let queues = [test.queue, (try? test.another()) ?? test.queue]
    for _ in 0..<150 {
      let queue = queues[Int.random(in: 0..<2, using: &generator)]
      let worker = "w\(Int.random(in: 0..<4, using: &generator))"
      let pick = claims.indices.randomElement(using: &generator)
      switch Int.random(in: 0..<14, using: &generator) {
      case 0, 1: model[try await queue.addJob(to: "e", hyperparameters: ["x": 1]).id] = Expected()
      case 2...4: try await claim(queue, worker, &model, &claims, now: test.clock.moment.microseconds)
      case 5: test.clock.advance(seconds: Double.random(in: 0..<8, using: &generator))
      case 6:
        if let pick { try await renew(queue, claims[pick], &model, now: test.clock.moment.microseconds) }
      case 7, 8: if let pick { try await finish(queue, claims.remove(at: pick), &model) }
      case 9, 10: if let pick { try await crash(queue, claims.remove(at: pick), &model) }
      case 11: if let pick { try await release(queue, claims.remove(at: pick), &model) }
      case 12:
        guard let id = model.keys.sorted().randomElement(using: &generator) else { break }
        let error = await refusal { try await queue.retry(id) }
        #expect((error == nil) == model[id]?.status.isFinal)
        if error == nil {
          model[id]?.status = .queued
          model[id]?.counted = 0
        }
      default:
        // A worker that has died leaves its claim to time; the copy may still come back as a late word.
        break
      }
      try await compare(queue, model)
    }
    try await end(queues[0], test, &model, &claims)
  }

  private func claim(
    _ queue: JobQueue, _ worker: String, _ model: inout [String: Expected], _ claims: inout [Claim],
    now: Int64
  ) async throws {
    for (id, job) in model where job.status == .running && job.leaseEnds <= now {
      model[id]?.failures.append(job.worker ?? "")
      model[id]?.status = job.counted > Self.retries ? .crashed : .queued
      for i in claims.indices where claims[i].job.id == id { claims[i].isCurrent = false }
    }
    let expected = model.filter { $0.value.status == .queued }.keys.min()
    do throws(JobError) {
      let job = try await queue.nextJob(of: "e", worker: worker, lease: Self.lease, retries: Self.retries)
      #expect(job.id == expected)
      model[job.id]?.status = .running
      model[job.id]?.worker = worker
      model[job.id]?.leaseEnds = now + Int64(Self.lease * 1e6)
      model[job.id]?.counted += 1
      for i in claims.indices where claims[i].job.id == job.id { claims[i].isCurrent = false }
      claims.append(Claim(job: job, isCurrent: true))
    } catch {
      #expect(error.reason == .noJob && expected == nil)
    }
  }

  /// Whether a claim is the job's current one; then the queue must take the worker's word, else it must refuse it.
  private func isTaken(
    _ claim: Claim, _ model: [String: Expected], _ word: () async throws -> Job
  ) async -> Bool {
    let error = await refusal(word)
    let isOwn = claim.isCurrent && model[claim.job.id]?.status == .running
    #expect(error?.reason == (isOwn ? nil : .leaseLost))
    return error == nil
  }

  private func renew(
    _ queue: JobQueue, _ claim: Claim, _ model: inout [String: Expected], now: Int64
  ) async throws {
    if await isTaken(claim, model, { try await queue.renewLease(of: claim.job, for: Self.lease) }) {
      model[claim.job.id]?.leaseEnds = now + Int64(Self.lease * 1e6)
    }
  }

  private func finish(_ queue: JobQueue, _ claim: Claim, _ model: inout [String: Expected]) async throws {
    if await isTaken(
      claim, model, { try await queue.finish(claim.job, results: ["by": .text(claim.job.worker ?? "")]) })
    {
      model[claim.job.id]?.status = .done
    }
  }

  private func crash(_ queue: JobQueue, _ claim: Claim, _ model: inout [String: Expected]) async throws {
    if await isTaken(claim, model, { try await queue.crash(claim.job, error: "trace") }) {
      let counted = model[claim.job.id]?.counted ?? 0
      model[claim.job.id]?.failures.append(claim.job.worker ?? "")
      model[claim.job.id]?.status = counted > Self.retries ? .crashed : .queued
    }
  }

  private func release(_ queue: JobQueue, _ claim: Claim, _ model: inout [String: Expected]) async throws {
    if await isTaken(claim, model, { try await queue.release(claim.job) }) {
      model[claim.job.id]?.status = .queued
      model[claim.job.id]?.counted -= 1
    }
  }

  private func compare(_ queue: JobQueue, _ model: [String: Expected]) async throws {
    let jobs = try await queue.allJobs(of: "e")
    #expect(jobs.map(\.id) == model.keys.sorted())
    for job in jobs {
      let expected = model[job.id]
      #expect(job.status == expected?.status)
      #expect(job.failures.map(\.worker) == expected?.failures)
      #expect(job.attempts - job.excused == expected?.counted)
      #expect((job.leaseEnds?.microseconds ?? 0) == (job.status == .running ? expected?.leaseEnds : 0))
    }
    let counts = try await queue.counts(of: "e")
    for status in JobStatus.allCases { #expect(counts[status] == jobs.count { $0.status == status }) }
  }

  /// Lets all claims run out and finishes everything that is left: then each job is over.
  private func end(
    _ queue: JobQueue, _ test: QueueUnderTest, _ model: inout [String: Expected], _ claims: inout [Claim]
  ) async throws {
    for _ in 0..<4 * (model.count + 1) {
      test.clock.advance(seconds: 11)
      try await claim(queue, "last", &model, &claims, now: test.clock.moment.microseconds)
      if let last = claims.popLast(), last.isCurrent { try await finish(queue, last, &model) }
    }
    try await compare(queue, model)
    for job in try await queue.allJobs(of: "e") {
      #expect(job.status.isFinal)
      if job.status == .done { #expect(job.results["by"]?.text == job.worker) }
    }
  }
}
