import Jobs
import Testing

@Suite("The status of a job")
struct JobStatusTests {
  @Test("Words are schedy's, and only waiting and running jobs can change by themselves")
  func words() {
    #expect(JobStatus.allCases.map(\.rawValue) == ["QUEUED", "RUNNING", "CRASHED", "PRUNED", "DONE"])
    #expect(JobStatus.allCases.filter(\.isFinal) == [.crashed, .pruned, .done])
  }
}
