import TestSupport
import Testing

@testable import Evaluation

struct CountedSumTests {
  @Test func numbersAreCountedAndAddedUp() {
    var sum = CountedSum()
    for share in [0.5, 0.25] { sum.add(share) }
    #expect(sum.count == 2 && sum.value == 0.75)
    #expect(CountedSum().count == 0 && CountedSum().value == 0)
  }

  @Test func anySplitOfManyNumbersGivesTheSameBits() {
    var generator = SeededGenerator(seed: 5)
    let numbers = (0..<2_000).map { _ in Double.random(in: 0...1, using: &generator) }
    var whole = CountedSum()
    for number in numbers { whole.add(number) }
    for cut in [0, 1, 77, 2_000] {
      var parts = (CountedSum(), CountedSum())
      for number in numbers[cut...] { parts.1.add(number) }
      for number in numbers[..<cut].shuffled(using: &generator) { parts.0.add(number) }
      parts.0.merge(parts.1)
      #expect(parts.0 == whole)
    }
    #expect(isNear(whole.value, numbers.reduce(0, +)))
  }

  @Test(arguments: [0, 1, 0.1, 0.9999999999999999, 0x1p-52, 0.3])
  func manyEqualNumbersAddUpWithinTheirRounding(_ number: Double) {
    var sum = CountedSum()
    for _ in 0..<50_000 { sum.add(number) }
    #expect(sum.count == 50_000)
    #expect(abs(sum.value - 50_000 * number) <= 50_000 * 0x1p-52)
  }
}
