import Diagnostics
import Dispatch
import RunModel
import RunRegistry
import Synchronization
import TestSupport
import Testing

/// Sixteen writers and readers at once: each write is whole, each read sees one whole run, none is lost unseen.
struct ConcurrentUseTests {
  private static let id = RunID(experiment: "digits", run: "r")

  /// A run all of whose parts say the same number.
  private static func run(_ number: Int, named: ExactString? = Self.id.run) -> ExperimentRun {
    var run = ExperimentRun(
      experiment: id.experiment, run: named, timestamp: UTCTimestamp(microseconds: 1_700_000_000_000_000))
    run.logParam("number", .integer(number))
    run.logText("one", "\(number)")
    run.logText(
      ExactString("two-\(number % 3)"), String(repeating: "\(number) ", count: 1 + number * 37 % 500))
    return run
  }

  private static func expectWhole(_ run: Run) throws {
    let number = try #require(run.params["number"]?.number.map { Int($0) })
    let expected = Self.run(number).run
    #expect(run.artifacts.map(\.id) == expected.artifacts.map(\.id))
    #expect(run.artifacts.map(\.content) == expected.artifacts.map(\.content))
  }

  @Test func readersSeeWholeRunsWhileWritersReplaceThem() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    _ = try registry.save(Self.run(0))
    let rounds = FuzzDose.rounds(default: 20)
    let reads = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 16) { worker in
      do {
        for round in 0..<rounds {
          if worker % 2 == 0 {
            _ = try registry.save(Self.run(1 + worker * rounds + round), overwrite: true)
          } else if worker % 4 == 1 {
            try Self.expectWhole(try registry.snapshot(Self.id).run)
            reads.withLock { $0 += 1 }
          } else {
            let collection = try registry.load()
            #expect(collection.runs.map(\.id) == [Self.id])
            #expect(collection.diagnostics.filter { $0.severity == .error } == [])
          }
        }
      } catch {
        Issue.record(error)
      }
    }
    #expect(reads.withLock { $0 } == 4 * rounds)
    try Self.expectWhole(try registry.snapshot(Self.id).run)
    #expect(try registry.load().diagnostics == [])
    let left = try FileSystem.disk.list(scratch.path + "/registry/.assay").map(\.name)
    #expect(left.filter { $0.hasPrefix(".assay-") } == [])
  }

  @Test func ofWritersOfOneIdOneWinsAndTheOthersGetTheError() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    for round in 0..<FuzzDose.rounds(default: 5) {
      let winners = Mutex<[Int]>([])
      DispatchQueue.concurrentPerform(iterations: 16) { worker in
        do throws(RegistryError) {
          _ = try registry.save(Self.run(worker, named: ExactString("round-\(round)")))
          winners.withLock { $0.append(worker) }
        } catch {
          #expect(error.reason == .runExists)
        }
      }
      let winner = winners.withLock { $0 }
      #expect(winner.count == 1)
      let id = RunID(experiment: "digits", run: ExactString("round-\(round)"))
      #expect(try registry.run(id).run.params["number"]?.number == winner.first.map(Double.init))
    }
  }

  @Test func writersOfOneSecondGetIdsOfTheirOwn() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    let ids = Mutex<Set<RunID>>([])
    DispatchQueue.concurrentPerform(iterations: 16) { worker in
      do {
        let saved = try registry.save(Self.run(worker, named: nil))
        ids.withLock { _ = $0.insert(saved.id) }
      } catch {
        Issue.record(error)
      }
    }
    #expect(ids.withLock { $0.count } == 16)
    #expect(try registry.load().runs.count == 16)
  }

  @Test func whatSixteenWritersAddToOneRunIsAllThere() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    _ = try registry.save(Self.run(0))
    DispatchQueue.concurrentPerform(iterations: 16) { worker in
      do {
        try registry.tag(Self.id, [ExactString("worker \(worker)"): "was here"])
      } catch {
        Issue.record(error)
      }
    }
    #expect(try registry.run(Self.id).run.tags.count == 16)
  }

  @Test func aRunThatChangedSinceItWasReadIsNotOverwritten() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    _ = try registry.save(Self.run(0))
    var mine = try registry.draft(continuing: Self.id)
    try registry.tag(Self.id, ["reviewed": "yes"])
    mine.logParam("late", true)
    let error = #expect(throws: RegistryError.self) { try registry.save(mine) }
    #expect(error?.reason == .runChanged)
    #expect(try registry.run(Self.id).run.tags == ["reviewed": "yes"])
  }
}
