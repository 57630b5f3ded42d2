import TestSupport
import Testing

@testable import Evaluation

struct SquaredErrorsTests {
  @Test(arguments: [1, 2, 3, 5])
  func sumsOverColumnsAreThoseByHand(_ width: Int) {
    var generator = SeededGenerator(seed: 3)
    let cells = (0..<40 * width).map { _ in Double.random(in: 0...1, using: &generator) }
    let truths = (0..<40).map { _ in Int.random(in: 0..<width, using: &generator) }
    var sums = SquaredErrors(labelCount: width)
    cells.withUnsafeBufferPointer { sums.addCells($0) }
    sums.addHits(
      truths.enumerated().map { TrueCell(label: $1, probability: cells[$0 * width + $1], weight: 1) })
    for label in 0..<width {
      let errors = (0..<40).map { cells[$0 * width + label] - (truths[$0] == label ? 1 : 0) }
      #expect(isNear(sums.values[label], errors.reduce(0) { $0 + $1 * $1 }))
    }
  }

  @Test func smallErrorsAreNotLostInLargeOnes() {
    let nearly = 1 - 0x1p-30
    var sums = SquaredErrors(labelCount: 1)
    [Double](repeating: nearly, count: 3).withUnsafeBufferPointer { sums.addCells($0) }
    sums.addHits([TrueCell](repeating: TrueCell(label: 0, probability: nearly, weight: 1), count: 3))
    #expect(sums.values == [3 * 0x1p-60])
  }
}
