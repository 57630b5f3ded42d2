import TestSupport
import Testing

@testable import Evaluation

struct ExactSumTests {
  @Test func theOrderOfTermsDoesNotMatter() {
    var forwards = ExactSum()
    for term in [0.1, 0.2, 0.3] { forwards.add(term) }
    var backwards = ExactSum()
    for term in [0.3, 0.2, 0.1] { backwards.add(term) }
    #expect(forwards == backwards)
    #expect(forwards.value == 0.6)
  }

  @Test func anySplitOfManyTermsGivesTheSameBits() {
    var generator = SeededGenerator(seed: 3)
    let terms = (0..<2_000).map { _ in Double.random(in: -1...36, using: &generator) * 0.1 }
    var whole = ExactSum()
    for term in terms { whole.add(term) }
    for cut in [0, 1, 77, 1_999] {
      var parts = (ExactSum(), ExactSum())
      for term in terms[cut...] { parts.1.add(term) }
      for term in terms[..<cut].shuffled(using: &generator) { parts.0.add(term) }
      parts.0.merge(parts.1)
      #expect(parts.0.value == whole.value)
    }
  }

  @Test(arguments: [0, 1, -1, 36.04365338911715, 0.1, -0.1, 0x1p-33, 0x1.8p-33, 63.5, 0x1p-52])
  func oneTermComesBackUnchanged(_ term: Double) {
    var sum = ExactSum()
    sum.add(term)
    #expect(sum.value == term)
  }

  @Test func whatIsTooSmallIsRoundedToTheNearestStepAndHalvesToTheEvenOne() {
    for (term, rounded) in [
      (0x1p-86, 0), (0x1.8p-85, 0x1p-84), (0x1.8p-86, 0x1p-85), (0x0.8p-86, 0), (.leastNonzeroMagnitude, 0),
      (0x1.FFFFFFFFFFFFFp-86, 0x1p-85),
    ] {
      var sum = ExactSum()
      sum.add(term)
      #expect(sum.value == rounded, "\(term)")
    }
  }

  @Test func manyEqualTermsAddUpWithoutError() {
    var sum = ExactSum()
    for _ in 0..<100_000 { sum.add(0.1) }
    #expect(sum.value == 0.1 * 100_000)
  }
}
