import Testing

@testable import ChartKit

struct ParallelAxisTests {
  @Test func numbersStandBetweenTheirSmallestAndLargest() {
    let axis = ParallelAxis(parameter: "depth", settings: [.number(2), .number(4), .number(10)])
    #expect(axis.top == "10" && axis.bottom == "2" && axis.values.isEmpty)
    #expect(axis.height(.number(2)) == 0 && axis.height(.number(4)) == 0.25 && axis.height(.number(10)) == 1)
    #expect(axis.height(nil) == nil && axis.height(.text("x")) == nil)
  }

  @Test func numbersFarApartAreLogarithmic() throws {
    let axis = ParallelAxis(parameter: "rate", settings: [.number(0.001), .number(0.01), .number(0.1)])
    #expect(axis.remark == "log")
    #expect(abs(try #require(axis.height(.number(0.01))) - 0.5) < 1e-12)
  }

  @Test func wordsStandInTheirOrderFromTopToBottom() {
    let axis = ParallelAxis(
      parameter: "optimizer", settings: [.text("sgd"), .text("adam"), .text("adam"), .number(3)])
    #expect(axis.values.map(\.text) == ["3", "adam", "sgd"])
    #expect(axis.values.map(\.height) == [1, 0.5, 0])
    #expect(axis.height(.text("adam")) == 0.5)
  }

  @Test func theRarestOfManyWordsShareTheLowestPlace() {
    let settings = (0..<40).map { ParameterSetting.text("v\($0 < 30 ? $0 % 10 : $0)") }
    let axis = ParallelAxis(parameter: "p", settings: settings)
    #expect(axis.values.count == ParallelAxis.valueLimit)
    #expect(axis.values.last?.text == "9 others" && axis.values.last?.height == 0)
    #expect(axis.height(.text("v39")) == 0)
    #expect(axis.height(.text("v0")) == 1)
  }

  @Test func theBestMetricIsAtTheTop() {
    let losses = ParallelAxis(metric: "loss", values: [0.1, 0.4], isHigherBetter: false)
    #expect(losses.height(.number(0.1)) == 1 && losses.top == "0.100" && losses.bottom == "0.400")
    #expect(losses.remark == "best at the top")
    #expect(
      ParallelAxis(metric: "accuracy", values: [0.1, 0.4], isHigherBetter: true).height(.number(0.1)) == 0)
  }

  @Test func oneValueStandsInTheMiddle() {
    let axis = ParallelAxis(metric: "accuracy", values: [0.5, 0.5], isHigherBetter: true)
    #expect(axis.height(.number(0.5)) == 0.5 && axis.values.map(\.text) == ["0.500"])
    #expect(ParallelAxis(parameter: "p", settings: []).height(.number(1)) == nil)
  }
}
