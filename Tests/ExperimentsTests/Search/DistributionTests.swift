import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct DistributionTests {
  private func draws(_ distribution: Distribution, _ count: Int = 4000, seed: UInt64 = 17) -> [Double] {
    (0..<count).map { trial in
      var chance = TrialChance(seed: seed, trial: trial, name: "x")
      return distribution.draw(by: &chance).number ?? .nan
    }
  }

  /// The largest distance of the empirical distribution function from `expected`, times √n (Kolmogorov and Smirnov);
  /// above 1.95 in one of a thousand samples.
  private func distance(_ values: [Double], _ expected: (Double) -> Double) -> Double {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    let distances = sorted.enumerated().map { index, value in
      max(expected(value) - Double(index) / count, Double(index + 1) / count - expected(value))
    }
    return (distances.max() ?? 0) * count.squareRoot()
  }

  @Test func uniformNumbersAreUniform() {
    let values = draws(.uniform(low: -2, high: 3))
    #expect(values.allSatisfy { $0 >= -2 && $0 < 3 })
    #expect(distance(values) { ($0 + 2) / 5 } < 1.95)
  }

  @Test func logUniformNumbersAreUniformByTheirLogarithm() {
    let values = draws(.logUniform(low: 1e-5, high: 10))
    #expect(values.allSatisfy { $0 >= 1e-5 && $0 < 10 })
    #expect(distance(values) { log($0 / 1e-5) / log(1e6) } < 1.95)
  }

  @Test func normalNumbersAreNormal() {
    let values = draws(.normal(mean: 4, deviation: 0.5))
    #expect(distance(values) { 0.5 * erfc(-($0 - 4) / 0.5 / 2.0.squareRoot()) } < 1.95)
    #expect(draws(.normal(mean: 4, deviation: 0), 10).allSatisfy { $0 == 4 })
  }

  /// Pearson's statistic of counts that should be in proportion to `expected`.
  private func chiSquared(_ counts: [Int], _ expected: [Double]) -> Double {
    let (total, sum) = (Double(counts.reduce(0, +)), expected.reduce(0, +))
    return zip(counts, expected).reduce(0) { result, pair in
      let wanted = pair.1 / sum * total
      return result + (Double(pair.0) - wanted) * (Double(pair.0) - wanted) / wanted
    }
  }

  @Test func wholeNumbersAndChoicesComeAsOftenAsTheyShould() {
    let integers = draws(.integer(low: 2, high: 6, isLogarithmic: false))
    let counts = (2...6).map { number in integers.count { $0 == Double(number) } }
    #expect(counts.reduce(0, +) == 4000)
    // 18.47 is exceeded in one of a thousand samples with four degrees of freedom.
    #expect(chiSquared(counts, [1, 1, 1, 1, 1]) < 18.47)
    let chosen = draws(.choice(values: [10, 20, 30, 40], weights: [1, 0, 3, 4]))
    #expect(!chosen.contains(20))
    #expect(chiSquared([10, 30, 40].map { value in chosen.count { $0 == value } }, [1, 3, 4]) < 13.82)
    let even = draws(.choice(values: [10, 20, 30], weights: nil))
    #expect(chiSquared([10, 20, 30].map { value in even.count { $0 == value } }, [1, 1, 1]) < 13.82)
  }

  @Test func wholeNumbersByTheirLogarithmAreRareAtTheTop() {
    let values = draws(.integer(low: 1, high: 100, isLogarithmic: true))
    #expect(values.allSatisfy { $0 == $0.rounded() && $0 >= 1 && $0 <= 100 })
    let ends = [0.5, 1.5, 5.5, 20.5, 100.5]
    let counts = zip(ends, ends.dropFirst()).map { low, high in values.count { $0 > low && $0 < high } }
    #expect(chiSquared(counts, zip(ends, ends.dropFirst()).map { log($1 / $0) }) < 16.27)
  }

  @Test func quantisedNumbersAreMultiplesWithinTheBounds() {
    let values = draws(.quantisedUniform(low: 0.25, high: 1, step: 0.1))
    #expect(Set(values) == [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
    var chance = TrialChance(seed: 1, trial: 0, name: "x")
    #expect(Distribution.quantisedUniform(low: 32, high: 32.5, step: 16).draw(by: &chance) == .integer(32))
    let logarithmic = draws(.quantisedLogUniform(low: 1, high: 64, step: 4))
    #expect(logarithmic.allSatisfy { $0.truncatingRemainder(dividingBy: 4) == 0 && $0 >= 4 && $0 <= 64 })
  }

  @Test func numbersStayInBoundsHoweverWide() {
    for seed in 0..<UInt64(50) {
      let wide = draws(.uniform(low: -1.7e308, high: 1.7e308), 20, seed: seed)
      #expect(wide.allSatisfy { $0.isFinite && $0 >= -1.7e308 && $0 < 1.7e308 })
      #expect(draws(.uniform(low: 1, high: 1.0.nextUp), 20, seed: seed).allSatisfy { $0 == 1 })
      #expect(
        draws(.logUniform(low: 5e-324, high: 1e308), 20, seed: seed).allSatisfy { $0 > 0 && $0 < 1e308 })
      #expect(draws(.normal(mean: 1e308, deviation: 1e308), 20, seed: seed).allSatisfy { $0.isFinite })
    }
  }

  @Test func boundsThatCannotBeAreProblems() {
    let wrong: [Distribution] = [
      .uniform(low: 1, high: 1), .uniform(low: 2, high: 1), .uniform(low: 0, high: .infinity),
      .uniform(low: .nan, high: 1), .logUniform(low: 0, high: 1), .logUniform(low: -1, high: 1),
      .quantisedUniform(low: 0, high: 1, step: 0), .quantisedUniform(low: 0.1, high: 0.2, step: 1),
      .quantisedUniform(low: 0, high: 1, step: 1e-300), .quantisedLogUniform(low: 0, high: 1, step: 0.1),
      .integer(low: 2, high: 1, isLogarithmic: false), .integer(low: 0, high: 1, isLogarithmic: true),
      .normal(mean: 0, deviation: -1), .normal(mean: .infinity, deviation: 1),
      .choice(values: [], weights: nil),
      .choice(values: [1], weights: [1, 2]), .choice(values: [1, 2], weights: [-1, 2]),
      .choice(values: [1, 2], weights: [0, 0]), .choice(values: [1, 2], weights: [.nan, 1]),
      .choice(values: [1, 2], weights: [1e308, 1e308]),
    ]
    for distribution in wrong { #expect(distribution.problem != nil, "\(distribution)") }
    let right: [Distribution] = [
      .uniform(low: 0, high: 1), .logUniform(low: 1e-300, high: 1),
      .integer(low: .min, high: .max, isLogarithmic: false),
      .integer(low: 3, high: 3, isLogarithmic: false), .normal(mean: 0, deviation: 0),
      .choice(values: [1, 2], weights: [0, 1]), .constant("x"), .quantisedUniform(low: 0, high: 1, step: 1),
    ]
    for distribution in right { #expect(distribution.problem == nil, "\(distribution)") }
  }
}
