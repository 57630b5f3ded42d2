import Diagnostics
import RunModel
import Testing

@testable import ReportModel

@Suite("The searches of an experiment that go on from earlier runs")
struct PopulationsTests {
  private func populations(_ runs: [EvaluatedRun]) -> Populations { Sample.analysis(runs).populations }

  @Test("Runs without a generation are of none")
  func none() throws {
    #expect(populations(try Sample.scored([7, 9])).searches.isEmpty)
    #expect(populations([]).searches.isEmpty)
  }

  @Test("Variants, strategies and seeds are searches of their own, that with most runs first")
  func several() {
    let other = [
      SamplePopulation.run(1, generation: "0", member: "1", variant: "wide"),
      SamplePopulation.run(2, generation: "0", member: "2", variant: "wide"),
    ]
    let found = populations(other + SamplePopulation.population).searches
    #expect(found.map(\.variant) == ["main", "wide"])
    #expect(found.map(\.lineage.nodes.count) == [9, 2])
    // A parent is looked for in its own search, though the ids of jobs are the same.
    #expect(found[0].lineage.strays == 0)
  }

  @Test("A run’s place is found, with its score and what became of it")
  func places() throws {
    let runs = SamplePopulation.population
    let populations = populations(runs)
    let place = try #require(populations.place(of: runs[2].run.id))
    #expect(place.search.lineage.nodes[place.node].entry.score == 0.1)
    #expect(fate(of: runs[2].run.id, in: populations) == .replaced)
    #expect(fate(of: runs[4].run.id, in: populations) == .failed)
    #expect(populations.place(of: RunID(experiment: "digits", run: "none")) == nil)
  }

  @Test(
    "A generation or member that is no whole number in bounds is left out and counted",
    arguments: ["-1", "1.5", "", "x", "1000000001", "99999999999999999999", " 1", "٣"])
  func unreadable(_ text: String) {
    let runs =
      SamplePopulation.population + [
        SamplePopulation.run(10, generation: text, member: "4"),
        SamplePopulation.run(11, generation: "1", member: text),
      ]
    let search = populations(runs).searches.first
    #expect(search?.lineage.nodes.count == 9 && search?.unreadable == 2)
    let words = PageText(ExperimentReport(Sample.analysis(runs)).page)
    #expect(
      words.contains(
        "Left out here: 2 runs whose generation or member is no whole number from 0 to 1,000,000,000."))
  }

  @Test("The best run is the one that leads the experiment")
  func best() throws {
    let analysis = Sample.analysis(SamplePopulation.population)
    let lineage = analysis.populations.searches[0].lineage
    let best = try #require(lineage.best)
    #expect(analysis.runs[lineage.nodes[best].entry.run].run.id == analysis.best?.run.run.id)
  }

  private func fate(of run: RunID, in populations: Populations) -> LineageNode.Fate? {
    populations.place(of: run).map { $0.search.lineage.nodes[$0.node].fate }
  }
}
