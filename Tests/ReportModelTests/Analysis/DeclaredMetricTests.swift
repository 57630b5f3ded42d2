import Diagnostics
import RunModel
import Testing

@testable import ReportModel

@Suite("The metric that a search declares")
struct DeclaredMetricTests {
  private func runs(_ said: [(metric: String, direction: String)]) -> [EvaluatedRun] {
    said.enumerated().map { position, words in
      var run = Sample.run("r\(position)", minute: position, metrics: ["val": 1, "accuracy": 0.5, "cost": 2])
      run.provenance = [
        SearchProvenance.metric: words.metric, SearchProvenance.direction: words.direction,
      ]
      return EvaluatedRun(run: run)
    }
  }

  @Test("It decides, in the direction that the search says")
  func decides() {
    let metric = PrimaryMetric.choose(
      for: runs([("val", "minimize"), ("val", "minimize")]), configuration: ExperimentConfiguration())
    #expect(metric?.name == "val")
    #expect(metric?.direction == .lowerIsBetter)
  }

  @Test("assay.yaml outweighs it, in the metric and in the direction")
  func configuration() {
    let runs = runs([("val", "minimize")])
    let other = PrimaryMetric.choose(for: runs, configuration: .init(primaryMetric: "accuracy"))
    #expect(other?.name == "accuracy")
    #expect(other?.direction == .higherIsBetter)
    let turned = PrimaryMetric.choose(for: runs, configuration: .init(direction: .higherIsBetter))
    #expect(turned?.name == "val")
    #expect(turned?.direction == .higherIsBetter)
    let named = PrimaryMetric.choose(for: runs, configuration: .init(primaryMetric: "val"))
    #expect(named?.direction == .lowerIsBetter)
  }

  @Test(
    "Of several the one that most runs name counts, and words for a direction that are not known say nothing")
  func several() {
    let declared = DeclaredMetric(runs([("val", "maximize"), ("cost", "down"), ("cost", "sideways")]))
    #expect(declared?.name == "cost")
    #expect(declared?.direction == .unknown)
    let metric = PrimaryMetric.choose(
      for: runs([("cost", "sideways")]), configuration: ExperimentConfiguration())
    #expect(metric?.direction == .lowerIsBetter)
    #expect(DeclaredMetric([EvaluatedRun(run: Sample.run("x"))]) == nil)
  }
}
