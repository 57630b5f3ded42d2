import Diagnostics
import Foundation
import Jobs
import RunModel
import TestSupport
import Testing

/// Several queues on one file or database, as several processes have them.
@Suite struct SeveralQueuesTests {
  @Test(arguments: StoreKind.shared) func twoQueuesOnOneFileOrDatabaseSeeTheSame(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let other = try test.another()
    try await test.add(3)
    let first = try await test.claim("a")
    let second = try await other.nextJob(of: "e", worker: "b", lease: 60)
    #expect(first.id == "0001" && second.id == "0002")
    #expect(try await other.allJobs(of: "e") == test.queue.allJobs(of: "e"))
    // Whoever has a copy of the claim may end it, through whichever queue.
    #expect(try await other.finish(first).status == .done)
    #expect(await refusal { try await test.queue.finish(first) }?.reason == .leaseLost)
  }

  @Test(arguments: StoreKind.shared) func ofTwoUpdatesOfOneVersionOneIsRefused(_ kind: StoreKind) async throws
  {
    let test = try await QueueUnderTest(kind)
    let other = try test.another()
    try await test.add()
    let job = try await test.queue.job("0001")
    async let one = refusal { try await test.queue.pushUpdates(job) }
    async let two = refusal { try await other.pushUpdates(job) }
    let reasons = await [one?.reason, two?.reason]
    #expect(reasons.contains(nil) && reasons.contains(.unsafeUpdate))
    #expect(try await test.queue.job("0001").version == 2)
  }

  @Test func aQueueThatSeveralMakeAtOnceIsOneQueue() async throws {
    for _ in 0..<5 {
      let scratch = try TemporaryDirectory()
      let clock = TestClock()
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for worker in 0..<8 {
          group.addTask {
            let queue = try JobQueue.open(scratch.path + "/jobs.sqlite", creating: true, now: clock.now)
            do throws(JobError) {
              try await queue.addExperiment("e")
            } catch {
              guard error.reason == .resourceExists else { throw error }
            }
            return try await queue.addJob(to: "e", hyperparameters: ["worker": .integer(worker)]).id
          }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(ids.count == 8)
    }
  }

  @Test(arguments: StoreKind.shared) func manyTasksOnManyQueuesNeverGetTheSameJob(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add(100)
    let (address, clock) = (test.address, test.clock)
    let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
      for worker in 0..<8 {
        group.addTask {
          let queue = try QueueUnderTest.open(address, creating: false, clock: clock)
          var ids: [String] = []
          while ids.count < 1000 {
            do throws(JobError) {
              ids.append(try await queue.nextJob(of: "e", worker: "w\(worker)", lease: 60).id)
            } catch {
              guard error.reason == .noJob else { throw error }
              break
            }
          }
          return ids
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(claimed.count == 100 && Set(claimed).count == 100)
  }
}
