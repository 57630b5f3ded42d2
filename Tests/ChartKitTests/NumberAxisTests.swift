import Testing

@testable import ChartKit

struct NumberAxisTests {
  @Test func valuesThatAreFarEnoughApartStandOnALogarithmicAxis() {
    let axis = NumberAxis([0.001, 0.01, 0.1], count: 5, logarithmicFrom: 100)
    #expect(axis.isLogarithmic && axis.remark == ", logarithmic")
    #expect(axis.labels == ["0.001", "0.01", "0.1"])
    #expect(abs(axis.place(0.01) - (axis.place(0.001) + axis.place(0.1)) / 2) < 1e-12)
    #expect(!NumberAxis([0.002, 0.1], count: 5, logarithmicFrom: 100).isLogarithmic)
  }

  @Test func valuesThatAreNotPositiveKeepItLinear() {
    #expect(!NumberAxis([0, 0.001, 10], count: 5, logarithmicFrom: 100).isLogarithmic)
    #expect(!NumberAxis([-1, 1000], count: 5, logarithmicFrom: 100).isLogarithmic)
    #expect(!NumberAxis([Double](), count: 5, logarithmicFrom: 0.5).isLogarithmic)
  }

  @Test func aLinearAxisSaysWhereItStarts() {
    let axis = NumberAxis([0.83, 0.97], count: 5, logarithmicFrom: 100)
    #expect(axis.remark == "; the axis starts at 0.80")
    #expect(axis.domain == Domain(low: 0.8, high: 1))
    #expect(NumberAxis([0, 1], count: 5, logarithmicFrom: 100).remark == "")
  }

  @Test func theMarginMovesTheEndsAndNotTheTicks() {
    let plain = NumberAxis([0, 10], count: 5, logarithmicFrom: 100)
    let wide = NumberAxis([0, 10], count: 5, logarithmicFrom: 100, margin: 0.1)
    #expect(wide.places == plain.places)
    #expect(wide.domain == Domain(low: -1, high: 11))
  }

  @Test func whatIsNotFiniteDoesNotCount() {
    let axis = NumberAxis([.nan, 1, .infinity, 2], count: 5, logarithmicFrom: 100)
    #expect(axis.domain == Domain(low: 1, high: 2))
  }
}
