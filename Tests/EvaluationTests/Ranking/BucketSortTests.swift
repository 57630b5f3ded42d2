import TestSupport
import Testing

@testable import Evaluation

struct BucketSortTests {
  static let shapes: [(name: String, draw: @Sendable (inout SeededGenerator) -> UInt64)] = [
    ("all bits", { $0.next() }),
    ("few values", { $0.next() % 5 << 20 }),
    ("only low bits", { 0x7F00_0000_0000_0000 | $0.next() % 4_096 }),
    ("low bits below a few high ones", { ($0.next() % 3) << 60 | $0.next() % 1_000_000 }),
    ("one value", { _ in 42 << 20 }),
    ("clusters within clusters", { ($0.next() & 1) << 63 | ($0.next() & 1) << 40 | $0.next() & 0xFFF }),
    ("probabilities", { Double.random(in: 0...1, using: &$0).bitPattern << 1 }),
  ]

  @Test(arguments: [0, 1, 2, 32, 33, 500, 20_000], [0, 1, 12, 24])
  func wordsAreSortedByTheirUpperBitsAndKeepTheirOrderElse(_ count: Int, _ low: Int) {
    var generator = SeededGenerator(seed: UInt64(count + low))
    for (name, draw) in Self.shapes {
      var words = (0..<count).map { _ in draw(&generator) }
      let expected = words.enumerated().sorted { ($0.1 >> low, $0.0) < ($1.1 >> low, $1.0) }.map(\.element)
      var scratch: [UInt64] = []
      words.withUnsafeMutableBufferPointer { words in
        guard let first = words.baseAddress else { return }
        BucketSort.with(scratch: &scratch, capacity: count, fromBit: low) { $0.sort(first, count: count) }
      }
      #expect(words == expected, "\(name)")
    }
  }
}
