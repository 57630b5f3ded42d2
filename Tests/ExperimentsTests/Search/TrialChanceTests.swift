import Diagnostics
import Testing

@testable import Experiments

@Suite struct TrialChanceTests {
  @Test func theNumbersArePinnedDown() {
    // By a program in another language that follows the documentation: FNV-1a over seed, trial and name, then SplitMix64.
    var chance = TrialChance(seed: 1, trial: 0, name: "depth")
    #expect(chance.next() == 9_408_981_533_704_576_549)
    #expect(chance.next() == 12_635_489_956_717_565_062)
    var other = TrialChance(seed: 12_345_678_901, trial: 41, name: "μ")
    #expect(other.next() == 7_275_831_259_934_045_158)
  }

  @Test func eachOfTheThreeMatters() {
    func first(_ seed: UInt64, _ trial: Int, _ name: String) -> UInt64 {
      var chance = TrialChance(seed: seed, trial: trial, name: .init(name))
      return chance.next()
    }
    #expect(Set([first(1, 0, "a"), first(2, 0, "a"), first(1, 1, "a"), first(1, 0, "b")]).count == 4)
    #expect(first(1, 0, "caf\u{E9}") != first(1, 0, "cafe\u{301}"))
  }

  @Test func wholeNumbersStayInBoundsAndMeetThem() {
    var chance = TrialChance(seed: 3, trial: 0, name: "n")
    let drawn = (0..<400).map { _ in chance.integer(from: -3, through: 3) }
    #expect(Set(drawn) == Set(-3...3))
    #expect((0..<50).allSatisfy { _ in chance.integer(from: 7, through: 7) == 7 })
    #expect(Set((0..<50).map { _ in chance.integer(from: .min, through: .max) }).count == 50)
  }
}
