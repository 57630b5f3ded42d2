import Testing

@testable import ChartKit

struct SplitMix64Tests {
  @Test func theSequenceIsThePublishedOne() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }

  @Test func gaussianNumbersHaveMeanZeroAndDeviationOne() {
    var generator = SplitMix64(seed: 1)
    let numbers = (0..<20_000).map { _ in generator.gaussian() }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.03)
    #expect(numbers.allSatisfy { abs($0) <= 6 })
  }

  @Test func samplesAreDistinctInOrderAndFair() {
    var generator = SplitMix64(seed: 2)
    var hits = Array(repeating: 0, count: 10)
    for _ in 0..<5000 {
      let sample = generator.sample(3, of: 10)
      #expect(sample.count == 3 && Set(sample).count == 3 && sample == sample.sorted())
      for position in sample { hits[position] += 1 }
    }
    #expect(hits.allSatisfy { abs($0 - 1500) < 200 })
    #expect(generator.sample(9, of: 4) == [0, 1, 2, 3])
    #expect(generator.sample(0, of: 4) == [])
  }
}
