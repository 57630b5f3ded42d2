import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct RunNameTests {
  private func run(_ variant: String, _ name: String) -> Run {
    var run = Sample.run(name, variant: variant)
    run.timestamp = UTCTimestamp(runID: "2026_03_02__09_10_07")
    return run
  }

  @Test func aRunIsCalledByItsVariantAndItsTime() {
    let run = run("forest", "2026_03_02__09_10_07")
    #expect(RunName.title(run) == "forest")
    #expect(RunName.full(run) == "forest 2026-03-02 09:10:07")
  }

  @Test func besideItsTimeOnlyMoreThanTheTimeIsSaid() {
    #expect(RunName.besideTime(run("forest", "2026_03_02__09_10_07")) == "forest")
    #expect(RunName.besideTime(run("forest", "job-0003")) == "forest job-0003")
    #expect(RunName.besideTime(run("main", "2026_03_02__09_10_07")) == "2026_03_02__09_10_07")
  }

  @Test func theSecondRunOfASecondKeepsItsNumber() {
    #expect(RunName.detail(run("forest", "2026_03_02__09_10_07_0002")) == "2026-03-02 09:10:07_0002")
  }

  @Test func anIdThatIsNoTimeStaysAsItIs() {
    #expect(RunName.full(run("forest", "try-3")) == "forest try-3")
  }

  @Test func theOnlyVariantIsNotNamed() {
    #expect(RunName.full(run("main", "try-3")) == "try-3")
  }
}
