import Testing

@testable import Evaluation

struct PlacementCodeTests {
  @Test(arguments: [(2, 2), (40, 60), (2, 999_998), (500_000, 500_000), (1 << 28, 1 << 28)])
  func whatAWordSaysIsReadBack(_ positives: Int, _ negatives: Int) {
    let code = PlacementCode(rowBits: 20, positives: positives, negatives: negatives)
    for (kind, most, lowest) in [
      (code.positive, 2 * negatives, code.positive.lowest), (code.negative, 2 * positives, 0),
    ] {
      for halves in [0, 1, most - 1, most] {
        for influence in [lowest, lowest / 3, 0, 0.5, 1] {
          let word = kind.word(halves: UInt64(halves), influence: influence) | 77
          #expect(word & code.rowMask == 77)
          #expect(kind.halves(word) == Double(halves))
          let read = kind.lowest + kind.step * kind.steps(word)
          #expect(abs(read - influence) <= kind.step)
        }
      }
    }
  }

  @Test func theStepsOfAMillionRowsAreFine() {
    let code = PlacementCode(rowBits: 20, positives: 100_000, negatives: 900_000)
    #expect(code.negative.step < 1e-6)
    #expect(code.positive.step < 1e-5)
  }
}
