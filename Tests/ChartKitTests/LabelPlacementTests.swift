import TestSupport
import Testing

@testable import ChartKit

struct LabelPlacementTests {
  @Test func labelsThatDoNotTouchStay() {
    #expect(LabelPlacement.pushedApart([10, 40, 80], gap: 12, low: 0, high: 100) == [10, 40, 80])
    #expect(LabelPlacement.pushedApart([], gap: 12, low: 0, high: 100) == [])
  }

  @Test func neighboursShareTheDisplacement() {
    #expect(LabelPlacement.pushedApart([50, 50], gap: 12, low: 0, high: 100) == [44, 56])
    #expect(LabelPlacement.pushedApart([50, 44, 90], gap: 12, low: 0, high: 100) == [53, 41, 90])
  }

  @Test func labelsStayWithinTheRange() {
    #expect(LabelPlacement.pushedApart([99, 100], gap: 12, low: 0, high: 100) == [88, 100])
    #expect(LabelPlacement.pushedApart([0, 0, 0], gap: 60, low: 0, high: 100) == [0, 50, 100])
  }

  @Test func placesAreApartInOrderAndInRange() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let count = Int.random(in: 1...15, using: &generator)
      let wanted = (0..<count).map { _ in Double.random(in: -20...120, using: &generator) }
      let places = LabelPlacement.pushedApart(wanted, gap: 7, low: 0, high: 100)
      let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
      for (first, second) in zip(order, order.dropFirst()) {
        #expect(places[second] - places[first] >= 7 - 1e-9)
      }
      #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 100 + 1e-9 })
    }
  }

  @Test func thinningHalvesUntilNothingTouches() {
    let centers = (0..<9).map { Double($0) * 10 }
    #expect(LabelPlacement.thinned(centers: centers, widths: centers.map { _ in 6 }, gap: 4) == Array(0..<9))
    #expect(
      LabelPlacement.thinned(centers: centers, widths: centers.map { _ in 12 }, gap: 4) == [0, 2, 4, 6, 8])
    #expect(LabelPlacement.thinned(centers: centers, widths: centers.map { _ in 900 }, gap: 4) == [0])
    #expect(LabelPlacement.thinned(centers: [], widths: [], gap: 4) == [])
  }
}
