import Diagnostics
import RunModel
import Testing

@testable import ReportModel

@Suite struct RunSampleTests {
  @Test func aHashIsThatOfFowlerNollAndVoMixed() {
    // By ten lines of Python from the published constants.
    let first = RunSample.hash(RunID(experiment: "a", variant: "b", run: "c"))
    #expect(first == 0xd21ce1a927517ff)
    #expect(first != RunSample.hash(RunID(experiment: "a", variant: "b", run: "d")))
  }

  @Test func everySettingOfAGridIsInASample() {
    // A parameter of two values that alternates, as the last one of a grid does.
    let ids = (0..<2_000).map { RunID(experiment: "grid", run: ExactString("job-\($0 + 1)")) }
    let chosen = ids.indices.sorted { RunSample.hash(ids[$0]) < RunSample.hash(ids[$1]) }.prefix(1_000)
    let even = chosen.count { $0.isMultiple(of: 2) }
    // Five standard deviations of a fair draw of 1,000 without replacement from 2,000.
    #expect(abs(even - 500) < 56)
  }
}
