import Testing

@testable import Evaluation

struct Xoshiro256Tests {
  /// The numbers that the authors' C program prints from this state, as the Rust crate rand_xoshiro has them too.
  @Test func fromAKnownStateComeTheAuthorsNumbers() {
    var generator = Xoshiro256(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(expected.indices.map { _ in generator.next() } == expected)
  }

  @Test func theStateIsFilledBySplitMix64() {
    let state: (UInt64, UInt64, UInt64, UInt64) = (
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431
    )
    #expect(Xoshiro256(seed: 1_234_567) == Xoshiro256(state: state))
  }

  @Test func sameStreamSameNumbersAndOtherStreamsOthers() {
    let streams = (0..<100).map { Xoshiro256.stream(seed: 7, number: $0) }
    #expect(Set(streams).count == 100)
    #expect(streams[3] == Xoshiro256.stream(seed: 7, number: 3))
    #expect(streams[3] != Xoshiro256.stream(seed: 8, number: 3))
  }

  @Test func unitsLieFromZeroToBelowOneWithMeanOneHalf() {
    var generator = Xoshiro256(seed: 1)
    let units = (0..<10_000).map { _ in generator.unit() }
    #expect(units.allSatisfy { (0..<1).contains($0) })
    #expect(abs(units.reduce(0, +) / 10_000 - 0.5) < 0.012)
  }

  @Test func wholeNumbersBelowABoundAreEquallyLikely() {
    var generator = Xoshiro256(seed: 2)
    var counts = [Double](repeating: 0, count: 7)
    for _ in 0..<14_000 { counts[Int(generator.below(7))] += 1 }
    // The 99.99 % point of chi-square with 6 degrees of freedom.
    #expect(counts.reduce(0) { $0 + ($1 - 2000) * ($1 - 2000) / 2000 } < 27.86)
    #expect((0..<100).allSatisfy { _ in generator.below(1) == 0 })
  }
}
