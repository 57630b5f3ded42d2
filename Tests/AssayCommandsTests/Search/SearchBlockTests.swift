import Diagnostics
import Experiments
import Jobs
import RunModel
import Testing

@testable import AssayCommands

@Suite struct SearchBlockTests {
  private func block() throws -> SearchBlock {
    let text = "experiment: digits\ncommand: x\ntrials: 30\nmetric: accuracy\n"
    return SearchBlock(
      try SearchSpec.read("s.yaml", from: .inMemory(["s.yaml": text])), workers: ["1-1", "1-2"])
  }

  private func job(_ id: String, _ results: [ExactString: Scalar] = [:], _ status: JobStatus = .running)
    -> Job
  {
    Job(
      id: id, experiment: "digits", status: status, hyperparameters: ["C": 1], results: results,
      created: UTCTimestamp(microseconds: 0))
  }

  @Test func itSaysWhatIsDoneWhatIsBestAndWhatRuns() throws {
    var block = try block()
    block.counts = [.done: 12, .running: 2, .queued: 3, .crashed: 1]
    block.take(.began(worker: "1-1", job("0013")))
    block.take(.wrote(worker: "1-1", ProgramLine(stream: .output, text: "10%\r20%\r epoch 3 \u{1B}[2J")))
    block.take(.ended(worker: "1-2", job("0012", ["accuracy": 0.9], .done), seconds: 1, error: nil))
    #expect(
      block.lines(elapsed: 80, columns: 100) == [
        "digits: 12 done, 2 running, 3 queued, 1 crashed, of 30; 1 min 20 s",
        "best accuracy=0.9: 0012 C=1",
        "1  0013 C=1 |  epoch 3 \\u{1B}[2J",
        "2  waits",
      ])
    // More than there were to be, since somebody added some.
    block.counts[.done] = 40
    #expect(block.summary(elapsed: 1).contains(", of 46;"))
    block.isStopping = true
    #expect(block.summary(elapsed: 1).hasSuffix("; stopping"))
  }

  @Test func everyLineFits() throws {
    var block = try block()
    block.take(.began(worker: "1-1", job("0013")))
    block.take(.wrote(worker: "1-1", ProgramLine(stream: .error, text: String(repeating: "語", count: 300))))
    for columns in [20, 33, 80] {
      for line in block.lines(elapsed: 0, columns: columns) {
        let width = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 || $1 == "…" ? 1 : 2) }
        #expect(width <= columns, "\(line)")
      }
    }
  }

  @Test func ofManyWorkersSomeAreShown() throws {
    let text = "experiment: e\ncommand: x\nstrategy: manual\n"
    let spec = try SearchSpec.read("s.yaml", from: .inMemory(["s.yaml": text]))
    let lines = SearchBlock(spec, workers: (1...40).map { "1-\($0)" }).lines(elapsed: 0, columns: 80)
    #expect(lines.count == 18)
    #expect(lines.last == "… 24 more workers")
  }
}
