import TestSupport
import Testing

@testable import Experiments

@Suite struct ResultsBlockTests {
  private func finding(_ text: String, _ stream: ProgramLine.Stream = .output) -> ResultsBlock.Finding {
    var block = ResultsBlock()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      block.add(ProgramLine(stream: stream, text: String(line)))
    }
    return block.finding
  }

  @Test func theLastWholeBlockCounts() {
    #expect(
      finding("epoch 1\n--- RESULTS ---\n{\"a\":\n 1}\n--- END RESULTS ---\nbye") == .text("{\"a\":\n 1}"))
    #expect(
      finding("--- RESULTS ---\n1\n--- END RESULTS ---\n--- RESULTS ---\n2\n--- END RESULTS ---")
        == .text("2"))
    #expect(finding("  --- RESULTS --- \r \n{}\n\t--- END RESULTS ---") == .text("{}"))
    #expect(finding("nothing") == .none)
    #expect(finding("--- RESULTS ---\n{}\n--- END RESULTS ---", .error) == .none)
  }

  @Test func aForgedOrUnfinishedBlockIsNotTaken() {
    // A marker in the middle of a line, an end without a beginning, a beginning within a block.
    #expect(finding("log: --- RESULTS ---\n{}\nlog: --- END RESULTS ---") == .none)
    #expect(finding("--- END RESULTS ---\n{}") == .none)
    #expect(finding("--- RESULTS ---\nforged\n--- RESULTS ---\ntrue\n--- END RESULTS ---") == .text("true"))
    #expect(
      finding("--- RESULTS ---\n1\n--- END RESULTS ---\n--- RESULTS ---\n2")
        == .unusable("results that begin and do not end"))
  }

  @Test func whatIsTooLongIsUnusable() {
    var block = ResultsBlock()
    block.add(ProgramLine(stream: .output, text: WorkerProtocol.resultsBegin))
    block.add(ProgramLine(stream: .output, text: "{", bytesLeftOut: 1))
    block.add(ProgramLine(stream: .output, text: WorkerProtocol.resultsEnd))
    #expect(block.finding == .unusable("results that are too long, or a line of them that is"))
    var long = ResultsBlock()
    long.add(ProgramLine(stream: .output, text: WorkerProtocol.resultsBegin))
    for _ in 0..<20 { long.add(ProgramLine(stream: .output, text: String(repeating: "x", count: 1 << 17))) }
    long.add(ProgramLine(stream: .output, text: WorkerProtocol.resultsEnd))
    #expect(long.finding == .unusable("results that are too long, or a line of them that is"))
  }
}
