import ChartKit
import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

@Suite("Where a run stands in its population, on its own page")
struct LineageFactTests {
  private func fact(_ position: Int, of runs: [EvaluatedRun]) -> ReportFact? {
    RunReport(runs[position], in: Sample.analysis(runs), examples: .full, hasFiles: true).page.facts
      .first { $0.name == "Lineage" }
  }

  @Test("It went on from another member’s run with a factor, and others went on from it")
  func middle() {
    let fact = fact(5, of: SamplePopulation.population)
    #expect(
      fact?.text.plain
        == "Generation 1 of member 3, went on from job-0001 of member 1 with lr × 0.800. From it went on job-0008 of member 2 and job-0009. The best run, job-0009, descends from it."
    )
    let links = fact?.text.spans.compactMap(\.link) ?? []
    #expect(links.count == 4)
  }

  @Test("A replaced run says whose run its member went on from")
  func replaced() {
    #expect(
      fact(2, of: SamplePopulation.population)?.text.plain
        == "Generation 0 of member 3. Pruned: member 3 went on from job-0001 instead, as job-0006.")
  }

  @Test("After a failure the member went on from another; the best run is told by its page already")
  func failed() {
    #expect(
      fact(4, of: SamplePopulation.population)?.text.plain
        == "Generation 1 of member 2, went on from job-0002. After it failed, member 2 went on from job-0006, as job-0008."
    )
    #expect(
      fact(8, of: SamplePopulation.population)?.text.plain
        == "Generation 2 of member 3, went on from job-0006 with lr × 0.900.")
  }

  @Test("A trial of successive halving says at which rung it was stopped")
  func halving() {
    #expect(
      fact(0, of: SamplePopulation.halving)?.text.plain
        == "Rung 0 of trial 1. Pruned: trial 1 was not taken to a higher rung.")
    let page = RunReport(
      SamplePopulation.halving[0], in: Sample.analysis(SamplePopulation.halving), examples: .full,
      hasFiles: true
    ).page
    #expect(page.fact("Trial") == "Job 0001 of successive halving (ASHA).")
  }

  @Test("A run of no population has no such fact; a parent that is not there is named")
  func none() throws {
    #expect(fact(0, of: try Sample.scored([7, 9])) == nil)
    let runs = [SamplePopulation.run(2, generation: "1", member: "1", parent: 1)]
    #expect(
      fact(0, of: runs)?.text.plain
        == "Generation 1 of member 1, went on from job 0001, of which there is no earlier run here.")
  }

  @Test("Replaced runs are marked as pruned on the leaderboard and over time")
  func marks() throws {
    let analysis = Sample.analysis(SamplePopulation.population)
    let table = try #require(ExperimentReport(analysis).wholeLeaderboard)
    let names = table.groups.flatMap(\.rows).map { $0.cells[0].text.plain }
    #expect(names.filter { $0.hasSuffix("pruned") } == ["job-0003 pruned"])
    let progress = try #require(ProgressFigure(analysis))
    #expect(progress.chart.runs.map(\.ending) == [nil, nil, .pruned, nil, .failed, nil, nil, nil, nil])
    #expect(
      progress.figure().what.plain.contains(
        "A triangle at the foot marks the one run that had a score and was pruned."))
  }

  @Test("The facts of the search name the strategy in words, and how large it is")
  func searchFacts() {
    let population = ExperimentReport(Sample.analysis(SamplePopulation.population)).page
    #expect(
      population.fact("Search")
        == "population-based training, 3 members, 3 generations, seed 7, for high accuracy.")
    #expect(population.fact("Trials") == "9: 8 done, 1 failed; 1 was pruned after it had ended.")
    let halving = ExperimentReport(Sample.analysis(SamplePopulation.halving)).page
    #expect(
      halving.fact("Search")
        == "successive halving (ASHA), 9 trials over epochs, 1 to 9 by 3, seed 7, for high accuracy.")
  }
}
