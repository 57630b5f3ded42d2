import Diagnostics
import Foundation
import Jobs
import RunModel
import RunRegistry
import Synchronization
import TestSupport

@testable import Experiments

/// A search in a folder of its own, with a shell script as its program.
struct SearchBench {
  let scratch: TemporaryDirectory
  var spec: SearchSpec
  let queue: JobQueue
  let events = EventList()

  /// A search that runs `script` by `sh`; `%h` are its arguments.
  init(_ script: String, _ change: (inout SearchSpec) -> Void = { _ in }) throws {
    scratch = try TemporaryDirectory()
    try scratch.write(script, to: "train.sh")
    try scratch.write(
      "experiment: demo\ncommand: sh train.sh %h\nstrategy: random\ntrials: 3\nparameters: {a: {uniform: [0, 1]}}\n",
      to: "search.yaml")
    spec = try SearchSpec.read(scratch.path + "/search.yaml", from: .disk)
    change(&spec)
    queue = try JobQueue.open(spec.queue, creating: true, now: Self.now)
  }

  var registry: Registry { Registry(path: spec.registry) }

  static let now: @Sendable () -> UTCTimestamp = {
    UTCTimestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1e6))
  }

  func worker(_ name: String, begun: UTCTimestamp) -> SearchWorker {
    SearchWorker(
      name: name, spec: spec, begun: begun, queue: queue, runs: LocalRunStore(registry), now: Self.now,
      onEvent: { [events] in events.add($0) })
  }

  /// Begins the search and lets workers run it to its end.
  @discardableResult
  func run(workers: Int = 1) async throws -> [Job] {
    let setup = try await SearchSetup(spec, in: queue)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<workers {
        group.addTask { _ = try await worker("w\(number)", begun: setup.experiment.created).run() }
      }
      try await group.waitForAll()
    }
    return try await queue.allJobs(of: spec.experiment)
  }

  func run(of job: String) throws -> Run {
    try registry.run(RunID(experiment: "demo", run: ExactString("job-" + job))).run
  }
}

/// Keeps events of several workers.
final class EventList: Sendable {
  private let kept = Mutex<[SearchEvent]>([])

  func add(_ event: SearchEvent) { kept.withLock { $0.append(event) } }

  var all: [SearchEvent] { kept.withLock { $0 } }
}
