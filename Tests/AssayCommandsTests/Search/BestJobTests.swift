import Diagnostics
import Experiments
import Jobs
import RunModel
import Testing

@testable import AssayCommands

@Suite struct BestJobTests {
  private func spec(_ direction: SearchDirection?) throws -> SearchSpec {
    let text =
      "experiment: e\ncommand: x\nstrategy: manual\nmetric: what\n"
      + (direction.map { "direction: \($0.rawValue)\n" } ?? "")
    return try SearchSpec.read("s.yaml", from: .inMemory(["s.yaml": text]))
  }

  private func job(_ id: String, _ value: Scalar, _ status: JobStatus = .done) -> Job {
    Job(
      id: id, experiment: "e", status: status, results: ["what": value],
      created: UTCTimestamp(microseconds: 0))
  }

  @Test func theFirstOfTheBestCountsAndNaNNever() throws {
    var best = BestJob(try spec(.maximize))
    #expect(best.line == nil)
    for (id, value) in [("1", Scalar.real(.nan)), ("2", 0.5), ("3", 0.7), ("4", 0.7), ("5", "words")] {
      best.consider(job(id, value))
    }
    best.consider(job("6", 0.9, .crashed))
    #expect(best.job?.id == "3")
    #expect(best.line == "best what=0.7: 3 ")
    // Of equals the one that was begun first, which is another one where a job was tried anew.
    var late = job("3", 0.7)
    late.started = UTCTimestamp(microseconds: 9)
    var again = BestJob(try spec(.maximize))
    for job in [late, job("4", 0.7)] { again.consider(job) }
    #expect(again.job?.id == "4")
    // As on the pages: what was pruned was measured, too.
    best.consider(job("7", 0.8, .pruned))
    #expect(best.job?.id == "7")
    var least = BestJob(try spec(.minimize))
    for (id, value) in [("1", Scalar.real(.nan)), ("2", 0.5), ("3", 0.7)] { least.consider(job(id, value)) }
    #expect(least.job?.id == "2")
  }

  @Test func withoutADirectionThereIsNoBest() throws {
    var best = BestJob(try spec(nil))
    best.consider(job("1", 0.5))
    #expect(best.job == nil)
  }
}
