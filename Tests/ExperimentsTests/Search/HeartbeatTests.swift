import Foundation
import Jobs
import RunModel
import Testing

@testable import Experiments

@Suite struct HeartbeatTests {
  /// Long enough that a third of it is left on a machine that is busy with other tests.
  private static let lease = 20.0

  @Test func aLeaseIsRenewedAsLongAsTheWorkTakes() async throws {
    let bench = try SearchBench("")
    try await bench.queue.addExperiment("demo")
    try await bench.queue.addJob(to: "demo", hyperparameters: [:])
    let job = try await bench.queue.nextJob(of: "demo", worker: "w", lease: Self.lease)
    let (value, loss) = await Heartbeat(queue: bench.queue, job: job, lease: Self.lease).during {
      try? await Task.sleep(for: .seconds(1.5 * Self.lease))
      return 7
    }
    #expect(value == 7 && loss == nil)
    #expect(try await bench.queue.expireLeases(of: "demo") == [])
    #expect(try await bench.queue.job(job.id).status == .running)
  }

  @Test func aWorkerThatIsStoppedIsHeardOfUntilItsProgramHasEnded() async throws {
    let bench = try SearchBench("")
    try await bench.queue.addExperiment("demo")
    try await bench.queue.addJob(to: "demo", hyperparameters: [:])
    let job = try await bench.queue.nextJob(of: "demo", worker: "w", lease: Self.lease)
    let work = Task {
      await Heartbeat(queue: bench.queue, job: job, lease: Self.lease).during {
        // What a program does that takes its time to end.
        await Task.detached { try? await Task.sleep(for: .seconds(1.5 * Self.lease)) }.value
        return Task.isCancelled
      }
    }
    work.cancel()
    let (wasCancelled, loss) = await work.value
    #expect(wasCancelled && loss == nil)
    #expect(try await bench.queue.expireLeases(of: "demo") == [])
  }

  @Test func aLostLeaseCancelsTheWork() async throws {
    let bench = try SearchBench("")
    try await bench.queue.addExperiment("demo")
    try await bench.queue.addJob(to: "demo", hyperparameters: [:])
    let job = try await bench.queue.nextJob(of: "demo", worker: "w", lease: 0.3)
    try await bench.queue.deleteJob(job.id)
    let (wasCancelled, loss) = await Heartbeat(queue: bench.queue, job: job, lease: 0.3).during {
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(100)) }
      return true
    }
    #expect(wasCancelled && loss?.reason == .leaseLost)
  }

  @Test func aWorkerThatCannotReachTheQueueStopsWhenItsLeaseCanHaveEnded() async throws {
    let bench = try SearchBench("")
    try await bench.queue.addExperiment("demo")
    try await bench.queue.addJob(to: "demo", hyperparameters: [:])
    let start = ContinuousClock.now
    let job = try await bench.queue.nextJob(of: "demo", worker: "w", lease: 2)
    // Whatever is asked of a queue whose file is away is refused.
    try FileManager.default.moveItem(atPath: bench.spec.queue, toPath: bench.spec.queue + ".away")
    let (wasCancelled, loss) = await Heartbeat(queue: bench.queue, job: job, lease: 2, since: start).during {
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(100)) }
      return true
    }
    #expect(wasCancelled && loss?.reason == .leaseLost)
    #expect(loss?.detail.contains("could not be reached until the lease ended, 2.0 s") == true)
    #expect(ContinuousClock.now - start >= .seconds(2))
  }

  @Test func aQueueThatComesBackInTimeIsNoLoss() async throws {
    let bench = try SearchBench("")
    try await bench.queue.addExperiment("demo")
    try await bench.queue.addJob(to: "demo", hyperparameters: [:])
    let job = try await bench.queue.nextJob(of: "demo", worker: "w", lease: Self.lease)
    let path = bench.spec.queue
    let (_, loss) = await Heartbeat(queue: bench.queue, job: job, lease: Self.lease).during {
      await Task(executorPreference: SteadyExecutor.shared) {
        try? FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        _ = await SteadyExecutor.shared.sleep(seconds: Self.lease / 2)
        try? FileManager.default.moveItem(atPath: path + ".away", toPath: path)
      }.value
      try? await Task.sleep(for: .seconds(Self.lease))
    }
    #expect(loss == nil)
    #expect(try await bench.queue.job(job.id).status == .running)
  }

  @Test func aClaimThatTookLongIsFollowedByABeatAtOnce() async throws {
    let bench = try SearchBench("")
    try await bench.queue.addExperiment("demo")
    try await bench.queue.addJob(to: "demo", hyperparameters: [:])
    let job = try await bench.queue.nextJob(of: "demo", worker: "w", lease: Self.lease)
    // As if the claim had waited for most of a lease.
    let since = ContinuousClock.now - .seconds(0.9 * Self.lease)
    let (_, loss) = await Heartbeat(queue: bench.queue, job: job, lease: Self.lease, since: since).during {
      try? await Task.sleep(for: .seconds(0.3 * Self.lease))
    }
    #expect(loss == nil)
    let renewed = try #require(try await bench.queue.job(job.id).leaseEnds)
    #expect(try renewed > #require(job.leaseEnds))
  }
}
