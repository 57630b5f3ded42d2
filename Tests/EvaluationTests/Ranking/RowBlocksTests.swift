import TestSupport
import Testing

@testable import Evaluation

struct RowBlocksTests {
  @Test(arguments: [1, 2, 1_000, 32_768, 32_769, 140_000])
  func wordsComeBackInTheOrderOfTheirRows(_ count: Int) {
    var generator = SeededGenerator(seed: 3)
    let rowBits: UInt64 = 18
    let plain = (0..<count).map { UInt64($0) << rowBits ^ 0xABC << 50 | UInt64($0) }
    var words = plain.shuffled(using: &generator)
    var scratch: [UInt64] = []
    let blocks = RowBlocks(&words, rows: count, rowBits: rowBits, scratch: &scratch)
    var found: [UInt64] = []
    blocks.forEach(words) { block, first, words in
      #expect(first == found.count)
      #expect(first == block << 15)
      found += words
    }
    #expect(found == plain)
  }

  @Test func someRowsOnlyAreFoundBlockByBlock() {
    var generator = SeededGenerator(seed: 4)
    let rows = (0..<100_000).filter { _ in Int.random(in: 0..<20, using: &generator) == 0 }
    var words = rows.map { UInt64($0) }.shuffled(using: &generator)
    var scratch: [UInt64] = []
    let blocks = RowBlocks(&words, rows: 100_000, rowBits: 17, scratch: &scratch)
    for block in 0..<blocks.count {
      var found: [Int] = []
      blocks.forEachRange(of: block) { found += words[$0].map { Int($0) } }
      #expect(found.sorted() == rows.filter { $0 >> 15 == block })
    }
  }

  @Test func withoutWordsThereAreNone() {
    var words: [UInt64] = []
    var scratch: [UInt64] = []
    let blocks = RowBlocks(&words, rows: 0, rowBits: 1, scratch: &scratch)
    #expect(blocks.count == 0)
    blocks.forEach(words) { _, _, _ in Issue.record("there is no block") }
  }
}
