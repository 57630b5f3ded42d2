import Diagnostics
import Jobs
import RunModel
import Testing

@testable import AssayCommands

@Suite struct JobTextTests {
  private func job(_ status: JobStatus, results: [ExactString: Scalar] = [:]) -> Job {
    Job(
      id: "0007", experiment: "e", status: status, results: results, attempts: 2,
      created: UTCTimestamp(microseconds: 0))
  }

  @Test func anEndingIsOneLine() {
    let done = job(.done, results: ["accuracy": 0.93, "loss": 1])
    #expect(
      JobText.ending(done, seconds: 4.21, error: nil, metric: "accuracy")
        == "0007 done accuracy=0.93 in 4.2 s")
    #expect(
      JobText.ending(done, seconds: 75, error: nil, metric: nil)
        == "0007 done accuracy=0.93 loss=1 in 1 min 15 s")
    #expect(JobText.ending(job(.done), seconds: 7500, error: nil, metric: nil) == "0007 done in 2 h 5 min")
    #expect(
      JobText.ending(
        job(.crashed), seconds: 0.04, error: "Exit 1.\n\nTraceback\nValueError: no\n", metric: nil)
        == "0007 crashed in 0.0 s: Exit 1. (ValueError: no)")
    #expect(
      JobText.ending(job(.queued), seconds: 1, error: "Exit 1.", metric: nil)
        == "0007 failed and is queued again, attempt 2 in 1.0 s: Exit 1.")
  }

  @Test func whatComesFromOutsideIsCutAndMadeVisible() {
    #expect(
      JobText.values(["b\u{1B}": "x\ny", "a": .text(String(repeating: "z", count: 50))], limit: 5)
        == "a=zzzzz… b\\u{1B}=x\\u{A}y")
    #expect(JobText.reason("\u{1B}]0;t\u{7}") == "\\u{1B}]0;t\\u{7}")
    #expect(JobText.reason("") == "")
  }
}
