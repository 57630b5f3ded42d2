import Testing

@testable import Experiments

@Suite struct SplitMix64Tests {
  @Test func itsNumbersAreThoseOfTheAuthors() {
    // The first numbers of the authors' program for the seed 1234567.
    var generator = SplitMix64(state: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
    var example = SplitMix64(state: 1)
    #expect((0..<1).contains(example.unit()))
    #expect((0..<100).allSatisfy { _ in example.below(3) < 3 })
  }
}
