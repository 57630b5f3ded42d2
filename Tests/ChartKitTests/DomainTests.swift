import TestSupport
import Testing

@testable import ChartKit

struct DomainTests {
  @Test func endsAreInOrderAndFinite() {
    #expect(Domain(low: 3, high: 1) == Domain(low: 1, high: 3))
    let wild = Domain(low: -.infinity, high: .infinity)
    #expect(wild.low == -1e300 && wild.high == 1e300 && wild.span.isFinite)
    #expect(Domain(low: .nan, high: 2) == Domain(low: 0, high: 2))
  }

  @Test func aSingleValueIsWidenedByFivePercent() {
    #expect(Domain(low: 2, high: 2) == Domain(low: 1.9, high: 2.1))
    #expect(Domain(low: 0, high: 0) == Domain(low: -1, high: 1))
    let next = Domain(low: 1, high: 1.0.nextUp)
    #expect(next.span > 0.05)
    let smallest = Domain(low: .leastNonzeroMagnitude, high: .leastNonzeroMagnitude)
    #expect(smallest.low < smallest.high)
  }

  @Test func valuesThatAreNotFiniteDoNotCount() {
    #expect(Domain(of: [0.5, .nan, 0.75, .infinity]) == Domain(low: 0.5, high: 0.75))
    #expect(Domain(of: [.nan]) == .unit)
    #expect(Domain(of: []) == .unit)
  }

  @Test func roundingReachesWholeStepsAndSettles() {
    #expect(Domain(low: 0.823, high: 1).rounded(count: 3) == Domain(low: 0.8, high: 1))
    #expect(Domain(low: -0.8, high: 4.7).rounded(count: 4) == Domain(low: -2, high: 6))
  }

  @Test func roundedDomainsHoldTheirValuesAndHaveTicksAtBothEnds() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<FuzzDose.rounds(default: 1000) {
      let scale = Double.random(in: -9...9, using: &generator)
      let values = (0..<3).map { _ in Double.random(in: -1...1, using: &generator) * scale * scale * scale }
      let domain = Domain(of: values)
      let rounded = domain.rounded(count: 5)
      #expect(rounded.low <= domain.low && domain.high <= rounded.high)
      let ticks = Ticks(rounded, count: 5).values
      #expect((2...13).contains(ticks.count))
    }
  }

  @Test func clampingKeepsWithinLimits() {
    #expect(Domain(low: 0.9, high: 1.05).clamped(to: .unit) == Domain(low: 0.9, high: 1))
    #expect(Domain(low: 2, high: 3).clamped(to: .unit) == .unit)
  }
}
