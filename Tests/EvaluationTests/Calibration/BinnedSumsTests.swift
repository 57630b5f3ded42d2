import TestSupport
import Testing

@testable import Evaluation

struct BinnedSumsTests {
  private func sums(_ cells: [Double], lanes: Int = 1, bins: Int) -> BinnedSums {
    var sums = BinnedSums(lanes: lanes, bins: bins, hasWeights: false)
    cells.withUnsafeBufferPointer { sums.addCells($0, weights: nil) }
    return sums
  }

  @Test(arguments: [1, 2, 3, 10, 15, 49, 100, 1_000])
  func everyProbabilityLiesAboveTheLowerEdgeAndNotAboveTheUpper(_ bins: Int) {
    var generator = SeededGenerator(seed: 1)
    let edges = (0...bins).map { Double($0) / Double(bins) }
    let near = edges.flatMap { [$0.nextDown, $0, $0.nextUp] }.filter { (0...1).contains($0) }
    for probability in near + (0..<200).map({ _ in Double.random(in: 0...1, using: &generator) }) {
      let found = sums([probability], bins: bins).bins().firstIndex { $0.weight > 0 }
      let expected = max(0, edges.firstIndex { $0 >= probability }.map { $0 - 1 } ?? bins - 1)
      #expect(found == expected, "\(probability) in \(bins) bins")
    }
  }

  @Test func lanesAreCountedByThemselves() {
    let sums = sums([0.25, 0.75, 1, 0.5], lanes: 2, bins: 2)
    #expect(sums.bins(lane: 0).map(\.weight) == [1, 1])
    #expect(sums.bins(lane: 1).map(\.weight) == [1, 1])
    #expect(sums.bins(lane: 1).map(\.probability) == [0.5, 0.75])
  }

  @Test func weightsOfOneCountLikeNone() {
    let cells = [0.25, 0.75, 1, 0.5, 0, 0.125]
    var weighted = BinnedSums(lanes: 2, bins: 4, hasWeights: true)
    cells.withUnsafeBufferPointer { cells in
      [1.0, 1, 1].withUnsafeBufferPointer { weighted.addCells(cells, weights: $0) }
    }
    let plain = sums(cells, lanes: 2, bins: 4)
    #expect(weighted.bins(lane: 0) == plain.bins(lane: 0) && weighted.bins(lane: 1) == plain.bins(lane: 1))
  }

  @Test func whatIsNoProbabilityLandsInSomeBin() {
    let values = [
      2, -1, -5, 1e9, -1e9, 1e300, -1e300, -0x1p40, 0x1p40, Double.nan, .infinity, -.infinity, -0.0, 1.5,
    ]
    let sums = sums(values, bins: 15)
    #expect(sums.bins().reduce(0) { $0 + $1.weight } == Double(values.count))
  }
}
