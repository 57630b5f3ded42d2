import Evaluation
import Testing

struct MetricRegistryTests {
  private let errorCount = ClassificationMetric(
    name: "error_count", title: "Errors", direction: .lowerIsBetter, range: 0...Double.infinity,
    needs: .labels(), formula: "Σ w [y ≠ ŷ]", source: "the house",
    compute: { .value($0.weightSum - $0.correctWeight) })

  @Test func callersMayAddAMetric() throws {
    let predictions = try Predictions(labels: ["a", "b"], truth: ["a", "b"], predicted: ["b", "b"])
    let evaluation = predictions.evaluate(EvaluationOptions(metrics: .standard.setting(errorCount)))
    #expect(evaluation["error_count"] == .value(1))
    #expect(evaluation.metrics.last?.name == "error_count")
    #expect(predictions.evaluate()["error_count"] == nil)
  }

  @Test func callersMayReplaceAMetricInItsPlace() throws {
    var mine = errorCount
    mine.name = "accuracy"
    let registry = MetricRegistry.standard.setting(mine)
    #expect(registry.metrics.map(\.name) == MetricRegistry.standard.metrics.map(\.name))
    #expect(registry["accuracy"]?.title == "Errors")
  }

  @Test func callersMayAskForTheirOwnMetricsOnly() throws {
    let predictions = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["a"])
    let options = EvaluationOptions(metrics: MetricRegistry([errorCount, errorCount]))
    #expect(predictions.evaluate(options).metrics == [MetricResult(name: "error_count", value: .value(0))])
  }

  @Test func aMetricThatComputesNaNIsUndefined() throws {
    var broken = errorCount
    broken.compute = { _ in .value(.nan) }
    let predictions = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["a"])
    let evaluation = predictions.evaluate(EvaluationOptions(metrics: MetricRegistry([broken])))
    #expect(evaluation["error_count"]?.reason == "the computation gave no number")
  }

  @Test func everyMetricSaysWhatItIs() {
    let metrics = MetricRegistry.standard.metrics
    #expect(metrics.count == 53)
    #expect(Set(metrics.map(\.title)).count == metrics.count)
    for metric in metrics {
      #expect(
        metric.name.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0) || $0 == 0x2E
        })
      #expect(!metric.title.isEmpty && !metric.formula.isEmpty && !metric.source.isEmpty)
      #expect(!metric.needs.tasks.isEmpty)
    }
  }
}
