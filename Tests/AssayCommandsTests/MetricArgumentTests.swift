import ArgumentParser
import Diagnostics
import RunModel
import Testing

@testable import AssayCommands

@Suite struct MetricArgumentTests {
  @Test func aMetricMayHaveAStep() throws {
    #expect(try MetricArgument.read("loss=0.3@5") == MetricArgument(name: "loss", value: 0.3, step: 5))
    #expect(try MetricArgument.read("loss=0.3") == MetricArgument(name: "loss", value: 0.3, step: nil))
    #expect(try MetricArgument.read("loss=1@-1").step == -1)
  }

  @Test func theNameMayHoldAnAtSign() throws {
    #expect(
      try MetricArgument.read("recall@5=0.8@2") == MetricArgument(name: "recall@5", value: 0.8, step: 2))
  }

  @Test func aValueThatIsNotFiniteIsAMetric() throws {
    #expect(try MetricArgument.read("loss=nan").value.number?.isNaN == true)
  }

  @Test(arguments: ["loss", "loss=", "loss=high", "loss=true", "loss=0.3@", "loss=0.3@x", "loss=0.3@1@2"])
  func withoutANumberOrWithABadStepItIsWrongUsage(argument: String) {
    #expect(throws: ValidationError.self) { try MetricArgument.read(argument) }
  }
}
