import Testing

@testable import ChartKit

struct TickStepTests {
  @Test(arguments: [
    (0.0, 1.0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    (-1, 1, 4, [-1, -0.5, 0, 0.5, 1]),
    (0, 7, 3, [0, 2, 4, 6]),
    (123, 987, 5, [200, 400, 600, 800]),
    (0.91, 0.99, 4, [0.92, 0.94, 0.96, 0.98]),
    (0, 5e-7, 5, [0, 1e-7, 2e-7, 3e-7, 4e-7, 5e-7]),
  ])
  func ticksAreTheMultiplesInTheDomain(low: Double, high: Double, count: Int, expected: [Double]) {
    // Equal as Doubles: three steps of 0.1 are 0.3 and not 0.30000000000000004.
    #expect(Ticks(Domain(low: low, high: high), count: count).values == expected)
  }

  @Test func theStepChangesAtGeometricMeans() {
    func step(_ span: Double) -> Double { TickStep(Domain(low: 0, high: span), count: 1).value(at: 1) }
    #expect(step(1.41) == 1)
    #expect(step(1.42) == 2)
    #expect(step(3.16) == 2)
    #expect(step(3.17) == 5)
    #expect(step(7.07) == 5)
    #expect(step(7.08) == 10)
  }

  @Test func ticksAreFewForDomainsBeyondPrecision() {
    #expect(Ticks(Domain(low: 1e15, high: 1e15 + 0.25), count: 5).values.count <= 5)
    #expect(!Ticks(Domain(low: -1e300, high: 1e300), count: 5).values.isEmpty)
    #expect(Ticks(Domain(low: 0, high: .leastNonzeroMagnitude), count: 5).values.count <= 3)
  }

  @Test func labelsOfAnAxisHaveTheSameDecimals() {
    #expect(Ticks(.unit, count: 5).labels == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(Ticks(Domain(low: 0.8, high: 1), count: 4).labels == ["0.80", "0.85", "0.90", "0.95", "1.00"])
    #expect(Ticks(Domain(low: -20, high: 0), count: 2).labels == ["−20", "−10", "0"])
    #expect(Ticks(Domain(low: 0, high: 40_000), count: 2).labels == ["0", "20,000", "40,000"])
  }

  @Test func theNumberOfTicksFollowsTheRoom() {
    #expect(Ticks.count(width: 400) == 5)
    #expect(Ticks.count(width: 10) == 2)
    #expect(Ticks.count(height: 218) == 5)
  }
}
