import Diagnostics
import Evaluation
import Testing

struct ScikitLearnTests {
  @Test func theGoldensAreThere() {
    #expect(GoldenCase.all.count == 11)
  }

  @Test(arguments: GoldenCase.all)
  func everyMetricAgreesWithScikitLearn(_ golden: GoldenCase) throws {
    let evaluation = try golden.predictions().evaluate(EvaluationOptions(chance: .off))
    #expect(Set(evaluation.metrics.map(\.name)) == Set(golden.metrics.keys))
    for (name, theirs) in golden.metrics {
      #expect(
        agree(evaluation[name], theirs), "\(name): \(String(describing: evaluation[name])), \(theirs as Any)")
    }
  }

  @Test(arguments: GoldenCase.all)
  func everyLabelAgreesWithScikitLearn(_ golden: GoldenCase) throws {
    for label in try golden.predictions().evaluate(EvaluationOptions(chance: .off)).perLabel {
      let theirs = try #require(golden.perLabel[label.label.text])
      #expect(isNear(label.support, theirs["support"].flatMap(\.self) ?? -1))
      #expect(agree(label.precision, theirs["precision"].flatMap(\.self)))
      #expect(agree(label.recall, theirs["recall"].flatMap(\.self)))
      #expect(agree(label.f1, theirs["f1"].flatMap(\.self)))
      #expect(agree(label.rocAUC, theirs["roc_auc"].flatMap(\.self)), "\(label)")
      #expect(agree(label.averagePrecision, theirs["average_precision"].flatMap(\.self)), "\(label)")
      #expect(agree(label.brierScore, theirs["brier_score"].flatMap(\.self)), "\(label)")
      for rate in LabelRate.all {
        let theirs = try #require(theirs[rate.name], "\(rate.name)")
        #expect(agree(label.rate(rate), theirs), "\(rate.name) of \(label.label): \(label.rate(rate))")
      }
    }
  }

  @Test func everyMetricIsInSomeGolden() {
    let covered = Set(GoldenCase.all.flatMap(\.metrics.keys))
    #expect(Set(MetricRegistry.standard.metrics.map(\.name)) == covered)
  }
}
