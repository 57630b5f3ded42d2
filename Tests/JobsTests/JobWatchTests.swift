import Diagnostics
import Foundation
import Jobs
import RunModel
import TestSupport
import Testing

/// Waiting for jobs.
@Suite struct JobWatchTests {
  /// Seconds that `body` takes, of a real clock.
  private func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let beginning = ContinuousClock.now
    try await body()
    return (ContinuousClock.now - beginning) / .seconds(1)
  }

  @Test(arguments: StoreKind.shared) func aWorkerWaitsUntilThereIsAJob(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    let other = try test.another()
    let queue = test.queue
    let waiting = Task {
      var watch = queue.watch("e")
      while true {
        watch.look()
        do throws(JobError) {
          return try await queue.nextJob(of: "e", worker: "w", lease: 60)
        } catch {
          guard error.reason == .noJob else { throw error }
        }
        await watch.wait()
      }
    }
    // While it waits the queue can be used.
    for _ in 0..<20 { #expect(try await queue.counts(of: "e")[.queued] == 0) }
    let added = try await other.addJob(to: "e", hyperparameters: ["x": 1])
    #expect(try await waiting.value.id == added.id)
  }

  @Test(arguments: StoreKind.allCases) func aTaskThatIsCancelledWaitsNoLonger(_ kind: StoreKind) async throws
  {
    let test = try await QueueUnderTest(kind)
    let queue = test.queue
    for delay in [0, 20] {
      let waiting = Task {
        var watch = queue.watch("e")
        while !Task.isCancelled {
          watch.look()
          await watch.wait()
        }
      }
      try await Task.sleep(for: .milliseconds(delay))
      waiting.cancel()
      await waiting.value
    }
  }

  @Test func whereNothingTellsOfChangesItIsLookedEveryWhile() async throws {
    let test = try await QueueUnderTest(.sqlite)
    var watch = test.queue.watch("e")
    watch.look()
    var lengths: [Double] = []
    for _ in 0..<3 { lengths.append(await seconds { await watch.wait() }) }
    #expect(lengths[0] >= 0.05 && lengths[1] >= 0.1 && lengths[2] >= 0.2)
    watch.found()
    #expect(await seconds { await watch.wait() } >= 0.05)
  }
}
