import Foundation
import Testing

@testable import Evaluation

struct MultinomialSamplerTests {
  private func draws(_ counts: [Double], _ number: Int, seed: UInt64 = 1) -> [[Double]] {
    let sampler = MultinomialSampler(counts: counts)
    var generator = Xoshiro256(seed: seed)
    return (0..<number).map { _ in sampler.draw(using: &generator) }
  }

  static let cases: [[Double]] = [
    [1], [5], [0, 0, 7], [1, 1, 1, 1], [3, 0, 1], [13, 14, 0, 15], [1e6, 3, 0, 40], [20, 20, 20, 1],
    [1e12, 1e12, 1], [],
  ]

  @Test(arguments: cases)
  func everyDrawHasAsManyRowsAndEmptyCellsStayEmpty(_ counts: [Double]) {
    for draw in draws(counts, 50) {
      #expect(draw.reduce(0, +) == counts.reduce(0, +))
      #expect(zip(draw, counts).allSatisfy { $0 >= 0 && ($1 > 0 || $0 == 0) && $0 == $0.rounded() })
    }
  }

  @Test func sameSeedSameDraws() {
    #expect(draws([30, 1, 8], 20) == draws([30, 1, 8], 20))
    #expect(draws([30, 1, 8], 20) != draws([30, 1, 8], 20, seed: 2))
  }

  /// Means, variances and one covariance within five standard errors of n p, n p (1 − p) and −n p q.
  @Test(
    arguments: [[3, 0, 1, 6], [40, 25, 12, 3], [500, 300, 150, 50], [60_000, 39_900, 90, 10]] as [[Double]])
  func momentsAreThoseOfTheMultinomial(_ counts: [Double]) {
    let number = 4000.0
    let all = draws(counts, Int(number), seed: 5)
    let total = counts.reduce(0, +)
    let means = counts.indices.map { cell in all.reduce(0) { $0 + $1[cell] } / number }
    for cell in counts.indices {
      let share = counts[cell] / total
      let variance = total * share * (1 - share)
      let found = all.reduce(0) { $0 + ($1[cell] - counts[cell]) * ($1[cell] - counts[cell]) } / number
      #expect(abs(means[cell] - counts[cell]) <= 5 * (variance / number).squareRoot(), "mean of \(cell)")
      // The fourth moment of a binomial is near 3 σ⁴ + σ² (1 − 6 p (1 − p)).
      let fourth = 2 * variance * variance + variance * (1 - 6 * share * (1 - share))
      #expect(abs(found - variance) <= 5 * (fourth / number).squareRoot(), "variance of \(cell)")
    }
    let last = counts.count - 1
    let covariance =
      all.reduce(0) { $0 + ($1[0] - counts[0]) * ($1[last] - counts[last]) } / number
    let expected = -counts[0] * counts[last] / total
    let spread = (counts[0] * (1 - counts[0] / total) * counts[last] * 2 / number).squareRoot()
    #expect(abs(covariance - expected) <= 5 * spread)
  }

  /// Each number of successes as often as its probability says, by chi-square, where inversion, rejection and the
  /// mirrored case are at work.
  @Test(arguments: [(8.0, 0.3), (40, 0.2), (60, 0.5), (400, 0.05), (100, 0.7), (19, 0.97), (5000, 0.4)])
  func binomialDrawsHaveTheirDistribution(_ trials: Double, _ probability: Double) {
    var generator = Xoshiro256(seed: 11)
    let number = 20_000.0
    var found: [Double: Double] = [:]
    for _ in 0..<Int(number) {
      found[BinomialSampler.draw(trials: trials, probability: probability, using: &generator), default: 0] +=
        1
    }
    var statistic = 0.0
    var bins = 0.0
    var rest = (expected: 0.0, found: 0.0)
    for successes in 0...Int(trials) {
      let k = Double(successes)
      let ways = lgamma(trials + 1) - lgamma(k + 1) - lgamma(trials - k + 1)
      let logarithm = ways + k * log(probability) + (trials - k) * log1p(-probability)
      let expected = number * exp(logarithm)
      rest.expected += expected
      rest.found += found[k] ?? 0
      guard rest.expected >= 10 || successes == Int(trials) else { continue }
      statistic += (rest.found - rest.expected) * (rest.found - rest.expected) / max(rest.expected, 1)
      bins += 1
      rest = (0, 0)
    }
    // Chi-square's mean is its degrees of freedom d, its variance 2 d; five deviations above.
    #expect(statistic < bins + 5 * (2 * bins).squareRoot(), "\(statistic) of \(bins)")
  }

  @Test func smallCasesHaveTheExactDistribution() {
    // Two rows of two cells: 2-0, 1-1, 0-2 with probabilities 1/4, 1/2, 1/4.
    let all = draws([1, 1], 8000, seed: 9)
    let shares = [0.0, 1, 2].map { first in Double(all.count { $0[0] == first }) }
    let expected = [2000.0, 4000, 2000]
    #expect(zip(shares, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 } < 18.4)
  }
}
