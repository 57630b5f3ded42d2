import Diagnostics
import Evaluation
import ReportModel
import RunModel
import Testing

struct PrimaryMetricTests {
  private func choose(
    _ metrics: [ExactString: Scalar], _ configuration: ExperimentConfiguration = ExperimentConfiguration()
  ) -> PrimaryMetric? {
    PrimaryMetric.choose(
      for: [EvaluatedRun(run: Sample.run("r", metrics: metrics))], configuration: configuration)
  }

  @Test func predictionsOfOneLabelAreRankedByAccuracy() throws {
    let metric = try #require(
      PrimaryMetric.choose(for: try Sample.scored([9]), configuration: ExperimentConfiguration()))
    #expect(metric.name == "accuracy")
    #expect(metric.title == "Accuracy")
    #expect(metric.titleInSentence == "accuracy")
    #expect(metric.direction == .higherIsBetter)
    #expect(metric.isProportion)
  }

  @Test func predictionsOfSeveralLabelsAreRankedByMicroF1() throws {
    let run = Sample.evaluated(Sample.run("r"), try Sample.multilabel())
    let metric = PrimaryMetric.choose(for: [run], configuration: ExperimentConfiguration())
    #expect(metric?.name == "f1_micro")
  }

  @Test func theConfigurationDecidesBeforeAllElse() throws {
    let configuration = ExperimentConfiguration(primaryMetric: "log_loss")
    let metric = PrimaryMetric.choose(for: try Sample.scored([9]), configuration: configuration)
    #expect(metric?.name == "log_loss")
    #expect(metric?.direction == .lowerIsBetter)
    #expect(metric?.isProportion == false)
  }

  @Test func loggedScoresComeBeforeLossesAndLossesBeforeUnknownNames() {
    #expect(choose(["a": .real(1), "val_loss": .real(1), "val_acc": .real(1)])?.name == "val_acc")
    #expect(choose(["a": .real(1), "val_loss": .real(1)])?.name == "val_loss")
    #expect(choose(["b": .real(1), "a": .real(1)])?.name == "a")
  }

  @Test func directionsComeFromTheNameOrTheUser() {
    #expect(choose(["val_acc": .real(1)])?.direction == .higherIsBetter)
    #expect(choose(["val_loss": .real(1)])?.direction == .lowerIsBetter)
    #expect(choose(["rows": .real(1)])?.direction == .unknown)
    let told = ExperimentConfiguration(direction: .lowerIsBetter)
    #expect(choose(["rows": .real(1)], told)?.direction == .lowerIsBetter)
  }

  @Test func whatIsNoNumberCannotDecide() {
    #expect(choose([:]) == nil)
    #expect(choose(["accuracy": .text("good"), "f1": .text("nan")]) == nil)
  }

  @Test func aLoggedMetricKeepsItsOwnNameInSentences() {
    #expect(choose(["Reward": .real(1)])?.titleInSentence == "Reward")
  }

  @Test func scoresAreRecomputedWherePredictionsTellAndElseAsLogged() throws {
    var run = try Sample.scored([9])[0]
    run.run.metrics = ["accuracy": .real(0.5), "speed": .real(3)]
    let configuration = ExperimentConfiguration()
    let accuracy = try #require(PrimaryMetric.choose(for: [run], configuration: configuration))
    #expect(accuracy.score(of: run)?.value == 0.9)
    #expect(accuracy.score(of: run)?.origin == .recomputed)
    #expect(accuracy.score(of: run)?.count == 10)
    let speed = try #require(
      PrimaryMetric.choose(for: [run], configuration: ExperimentConfiguration(primaryMetric: "speed")))
    #expect(speed.score(of: run)?.origin == .logged)
    #expect(speed.score(of: EvaluatedRun(run: Sample.run("other"))) == nil)
  }
}
