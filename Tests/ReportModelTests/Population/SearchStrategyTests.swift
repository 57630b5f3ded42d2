import Diagnostics
import RunModel
import Testing

@testable import ReportModel

@Suite("Strategies of searches, in words")
struct SearchStrategyTests {
  private func view(_ runs: [EvaluatedRun]) -> PopulationView {
    PopulationView(Sample.analysis(runs), search: 0)
  }

  @Test("Those that go on from earlier runs have names of their own, others are as they are written")
  func names() {
    #expect(SearchStrategy.name("pbt") == "population-based training")
    #expect(SearchStrategy.name("asha") == "successive halving (ASHA)")
    #expect(SearchStrategy.name("random") == "random")
    #expect(SearchStrategy.search("grid") == "a grid search")
    #expect(SearchStrategy.search("asha") == "successive halving (ASHA)")
    #expect(SearchStrategy.search("") == "a (empty) search")
  }

  @Test("Their extent is that of the runs; a budget needs a hyperparameter that is a number")
  func extent() {
    #expect(SearchStrategy.extent(view(SamplePopulation.population)) == "3 members, 3 generations")
    #expect(SearchStrategy.extent(view(SamplePopulation.halving)) == "9 trials over epochs, 1 to 9 by 3")
    let first = Array(SamplePopulation.halving.prefix(9))
    #expect(SearchStrategy.extent(view(first)) == "9 trials over epochs, 1")
    var words = SamplePopulation.halving
    for position in words.indices { words[position].run.params["epochs"] = .text("many") }
    #expect(SearchStrategy.extent(view(words)) == "9 trials, 3 rungs")
  }

  @Test(
    "A factor is told where all rungs but a capped last one have it",
    arguments: [
      ([1.0, 3, 9], 3), ([1.0, 3, 9, 20], 3), ([1.0, 3, 4, 20], nil), ([3.0, 1], nil), ([0.0, 3], nil),
      ([1.0, 2.5], nil),
    ] as [([Double], Int?)])
  func factor(amounts: [Double], factor: Int?) {
    let runs = amounts.enumerated().map { rung, amount in
      var run = SamplePopulation.run(
        rung + 1, generation: "\(rung)", member: "1", strategy: "asha", params: ["steps": .real(amount)])
      run.run.provenance[SearchProvenance.resource] = "steps"
      return run
    }
    #expect(HalvingBudget(view(runs))?.factor == factor)
  }
}
