import TestSupport
import Testing

@testable import Evaluation

struct ExactLanesTests {
  @Test func eachLaneAddsUpByItselfWithTheBitsOfSingleTerms() {
    var generator = SeededGenerator(seed: 5)
    let terms = (0..<1_000).map { _ in
      let scale = [1, 1e-5, 1e-12, 1e-20][Int.random(in: 0...3, using: &generator)]
      return SIMD2(
        Double.random(in: -63...63, using: &generator) * scale,
        Double.random(in: -63...63, using: &generator) * scale)
    }
    var lanes = ExactLanes()
    var singles = (ExactSum(), ExactSum())
    for term in terms {
      lanes.add(term)
      singles.0.add(term.x)
      singles.1.add(term.y)
    }
    var sums = (ExactSum(), ExactSum())
    sums.0.merge(lanes, lane: 0, count: terms.count)
    sums.1.merge(lanes, lane: 1, count: terms.count)
    #expect(sums.0 == singles.0 && sums.1 == singles.1)
  }

  @Test func aTermAndItsNegativeCancel() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let term =
        Double.random(in: 0...1, using: &generator)
        * [1, 1e-9, 1e-20][Int.random(in: 0...2, using: &generator)]
      var sum = ExactSum()
      sum.add(term)
      sum.add(-term)
      #expect(sum == ExactSum())
    }
  }

  @Test func termsOfRowsMayBeAddedTogether() {
    var generator = SeededGenerator(seed: 7)
    let terms = (0..<501).map { _ in Double.random(in: 0...36, using: &generator) }
    var one = TermSum()
    for term in terms { one.add(term) }
    for cut in [0, 1, 250, 501] {
      var other = TermSum()
      other.add(terms[..<cut])
      other.add(terms[cut...])
      #expect(one == other)
    }
  }
}
