import Testing

@testable import ChartKit

struct ParameterRunsTests {
  @Test func whatIsNotFiniteCountsAsMissing() {
    let run = ParameterRuns.Run(
      name: "a", settings: [.number(.nan), .number(2), .text("nan")], value: .infinity, low: -.infinity,
      high: 1)
    #expect(run.settings == [nil, .number(2), .text("nan")])
    #expect(run.value == nil && run.low == nil && run.high == 1)
  }

  @Test func runsRankBestFirstWithTiesInOrderAndMissingValuesLast() {
    let runs = SampleRuns.runs([.number(1), .number(1), .number(1), .number(1)], [nil, 0.5, 0.9, 0.5])
    #expect(runs.ranked([0, 1, 2, 3]) == [2, 1, 3, 0])
    #expect(runs.best(of: [0, 1, 3]) == 1)
    let losses = SampleRuns.runs([nil, nil], [0.2, 0.1], isHigherBetter: false)
    #expect(losses.ranked([0, 1]) == [1, 0])
  }

  @Test func noRunIsBestWhereTheDirectionIsUnknown() {
    let runs = SampleRuns.runs([.number(1), .number(2)], [1, 2], isHigherBetter: nil)
    #expect(runs.best(of: [0, 1]) == nil)
    #expect(runs.ranked([0, 1]) == [1, 0])
  }

  @Test func onlyRunsWithValueAndParametersAreComplete() {
    let runs = SampleRuns.runs([.number(1), nil, .number(3)], [nil, 0.5, 0.6])
    #expect(runs.complete([0]) == [2])
    #expect(runs.complete([]) == [1, 2])
  }

  @Test func estimatesHaveTheDecimalsOfTheirValue() {
    #expect(EstimateText.text(0.97, low: 0.957, high: 0.979) == "0.970 [0.957, 0.979]")
    #expect(EstimateText.text(12.345, low: nil, high: 20) == "12.3")
    #expect(EstimateText.text(nil, low: 1, high: 2) == "—")
  }
}
