import Diagnostics
import RunModel
import Testing

struct RunTests {
  @Test func theMainVariantIsNotNamed() {
    #expect(Run(id: RunID(experiment: "digits", run: "a")).displayName == "a")
    #expect(Run(id: RunID(experiment: "digits", variant: "forest", run: "a")).displayName == "forest/a")
  }

  @Test func namesComeInNaturalOrder() {
    var run = Run(id: RunID(experiment: "digits", run: "a"))
    run.params = ["x10": 1, "x2": 2, "Alpha": 3]
    run.metrics = ["f1 10": 1, "f1 9": 2]
    #expect(run.parameterNames == ["Alpha", "x2", "x10"])
    #expect(run.metricNames == ["f1 9", "f1 10"])
  }

  @Test func olderIsByTimeThenByIdAndWithoutATimeFirst() {
    func run(_ id: ExactString, _ time: Int64?) -> Run {
      var run = Run(id: RunID(experiment: "e", run: id))
      run.timestamp = time.map(UTCTimestamp.init(microseconds:))
      return run
    }
    let runs = [run("d", 2), run("c", 1), run("b", 2), run("z", nil)].sorted(by: Run.isOlder)
    #expect(runs.map(\.id.run) == ["z", "c", "b", "d"])
  }

  @Test func idsThatDifferOnlyInNormalisationAreTwo() {
    let ids: Set = [RunID(experiment: "e", run: "caf\u{E9}"), RunID(experiment: "e", run: "cafe\u{301}")]
    #expect(ids.count == 2)
  }

  @Test func idsAreOrderedByExperimentThenVariantThenRun() {
    let ids = [
      RunID(experiment: "b", variant: "a", run: "a"), RunID(experiment: "a", variant: "b", run: "a"),
      RunID(experiment: "a", variant: "a", run: "b"), RunID(experiment: "a", variant: "a", run: "a"),
    ]
    #expect(ids.sorted() == ids.reversed())
    #expect(ids[0].description == "b/a/a")
  }
}
