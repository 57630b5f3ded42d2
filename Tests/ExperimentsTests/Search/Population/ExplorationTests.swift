import Diagnostics
import Jobs
import RunModel
import Testing

@testable import Experiments

@Suite struct ExplorationTests {
  private func change(
    _ exploration: Exploration, _ value: Scalar, _ distribution: Distribution? = nil, member: Int = 2
  )
    -> (value: Scalar, factor: JobFactor)?
  {
    var chance = TrialChance(seed: 1, member: member, generation: 3, .explore, name: "lr")
    return exploration.change(value, from: distribution, by: &chance)
  }

  @Test func theChanceOfALineageIsPinnedDown() {
    // By a program in another language that follows the documentation.
    var explore = TrialChance(seed: 1, member: 2, generation: 3, .explore, name: "lr")
    #expect(explore.next() == 0xb783_a39e_47e3_01e1)
    var units = TrialChance(seed: 1, member: 2, generation: 3, .explore, name: "lr")
    #expect(units.unit() == 0.7168524037769082 && units.unit() == 0.8164727327097149)
    var exploit = TrialChance(seed: 1, member: 2, generation: 3, .exploit)
    #expect(exploit.next() == 0x2e11_97fa_6bdc_95a5)
  }

  @Test func theExampleOfTheDocumentation() throws {
    let inRange = try #require(change(.perturb(.range(0.8, 1.2)), .real(2)))
    // The first number decides about drawing anew, the second is 0.816….
    let factor = 0.8 + 0.8164727327097149 * (1.2 - 0.8)
    #expect(inRange.value == .real(2 * factor) && inRange.factor == .times(factor))
    let oneOfTwo = Set(
      (1...40).compactMap { change(.perturb(.oneOf([0.8, 1.2])), .real(1), member: $0)?.value })
    #expect(oneOfTwo == [.real(0.8), .real(1.2)])
    let values = Distribution.choice(values: ["a", "b"], weights: nil)
    let drawn = Set((1...40).compactMap { change(.resample(), "a", values, member: $0)?.value })
    #expect(drawn == ["a", "b"])
    let both = Exploration(factor: .oneOf([0.8, 1.2]), resampling: 0.25)
    let factors = (1...400).compactMap {
      change(both, .real(1), .uniform(low: 0, high: 2), member: $0)?.factor
    }
    let resampled = factors.count { $0 == .resampled }
    #expect(factors.count == 400 && (70...130).contains(resampled), "\(resampled) of 400")
  }

  @Test func productsStayWhatTheirDistributionGives() {
    func nearest(_ number: Double, _ distribution: Distribution) -> Scalar {
      distribution.nearest(to: number, isWhole: false)
    }
    #expect(nearest(0.5, .uniform(low: 0, high: 1)) == .real(0.5))
    #expect(nearest(7, .uniform(low: 0, high: 1)) == .real(1.0.nextDown))
    #expect(nearest(-7, .logUniform(low: 0.1, high: 1)) == .real(0.1))
    #expect(nearest(2.4, .integer(low: 1, high: 9, isLogarithmic: false)) == 2)
    #expect(nearest(2.5, .integer(low: 1, high: 9, isLogarithmic: false)) == 3)
    #expect(nearest(99, .integer(low: 1, high: 9, isLogarithmic: true)) == 9)
    #expect(nearest(1e300, .integer(low: .min, high: .max, isLogarithmic: false)) == .integer(.max))
    #expect(nearest(-1e300, .integer(low: .min, high: .max, isLogarithmic: false)) == .integer(.min))
    #expect(nearest(39, .quantisedUniform(low: 16, high: 64, step: 16)) == 32)
    #expect(nearest(1e9, .quantisedLogUniform(low: 16, high: 64, step: 16)) == 64)
    #expect(nearest(-3, .normal(mean: 0, deviation: 1)) == .real(-3))
    #expect(Distribution.constant(4).nearest(to: 4.4, isWhole: true) == 4)
  }

  @Test func aValueThatCannotBeChangedIsKept() {
    let perturb = Exploration.perturb(.range(2, 2))
    #expect(change(perturb, "a") == nil && change(perturb, "2") == nil && change(perturb, true) == nil)
    #expect(change(perturb, .real(.nan)) == nil && change(perturb, Scalar(.null, text: "null")) == nil)
    #expect(change(.resample(), 1) == nil, "there is no distribution")
    #expect(change(.resample(probability: 0), 1, .constant(2)) == nil)
    #expect(change(perturb, 3)?.value == 6 && change(perturb, .real(3))?.value == .real(6))
    #expect(change(perturb, .integer(.max))?.value.kind == .real, "too large for a whole number")
    #expect(change(perturb, .real(.greatestFiniteMagnitude))?.value == .real(.greatestFiniteMagnitude))
  }

  @Test func whatIsWrongIsSaid() {
    #expect(Exploration.perturb(.range(0.8, 1.2)).problem == nil && Exploration.resample().problem == nil)
    #expect(Exploration().problem?.found == "no change at all")
    #expect(Exploration.perturb(.range(1.2, 0.8)).problem?.found == "factors from 1.2 to 0.8")
    #expect(
      Exploration.perturb(.range(0, 1)).problem != nil
        && Exploration.perturb(.range(1, .infinity)).problem != nil)
    #expect(Exploration.perturb(.oneOf([])).problem?.found == "0 factors")
    #expect(Exploration.perturb(.oneOf([1, -1])).problem?.found == "the factor -1.0")
    #expect(Exploration.perturb(.oneOf([.nan])).problem != nil)
    #expect(Exploration.resample(probability: 1.5).problem?.found == "the probability 1.5")
    #expect(Exploration.resample(probability: .nan).problem != nil)
  }
}
