import TestSupport
import Testing

@testable import Evaluation

struct RadixSortTests {
  static let shapes: [(name: String, draw: @Sendable (inout SeededGenerator) -> UInt64)] = [
    ("all bits", { $0.next() }),
    ("few values", { $0.next() % 5 }),
    ("only low bits", { 0x7F00_0000_0000_0000 | $0.next() % 4_096 }),
    ("low bits below a few high ones", { ($0.next() % 3) << 60 | $0.next() % 1_000_000 }),
    ("one value", { _ in 42 }),
    ("probabilities", { Double.random(in: 0...1, using: &$0).bitPattern << 1 }),
  ]

  @Test(arguments: [0, 1, 2, 100, 1_499, 1_500, 20_000])
  func keysAreSortedAsTheStandardLibrarySortsThem(_ count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for (name, draw) in Self.shapes {
      var keys = (0..<count).map { _ in draw(&generator) }
      let expected = keys.sorted()
      RadixSort.sort(&keys) { $0 }
      #expect(keys == expected, "\(name)")
    }
  }

  @Test func elementsAreSortedByTheirKeyAndKeepTheRest() {
    struct Pair: BitwiseCopyable, Equatable {
      var key: UInt64
      var number: Int
    }
    var generator = SeededGenerator(seed: 1)
    var pairs = (0..<5_000).map { Pair(key: generator.next() % 100, number: $0) }
    let expected = pairs.sorted { ($0.key, $0.number) < ($1.key, $1.number) }
    RadixSort.sort(&pairs) { $0.key }
    #expect(pairs == expected)
  }
}
