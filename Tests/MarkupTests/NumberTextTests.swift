import Foundation
import Markup
import TestSupport
import Testing

struct NumberTextTests {
  @Test func fixedNumbersHaveTheirDecimalsAndSeparators() {
    #expect(NumberText.fixed(-1234.5, decimals: 2) == "−1,234.50")
    #expect(NumberText.fixed(0.97, decimals: 3) == "0.970")
    #expect(NumberText.fixed(999.96, decimals: 1) == "1,000.0")
    #expect(NumberText.fixed(1234567, decimals: 0) == "1,234,567")
    #expect(NumberText.integer(7915) == "7,915")
    #expect(NumberText.integer(Int.min) == "−9,223,372,036,854,775,808")
  }

  @Test func nothingIsEverMinusZero() {
    #expect(NumberText.fixed(-0.0, decimals: 2) == "0.00")
    #expect(NumberText.fixed(-0.004, decimals: 2) == "0.00")
    #expect(NumberText.difference(-0.0004, decimals: 3) == "0.000")
    #expect(NumberText.significant(-0.0) == "0.00")
  }

  @Test func whatIsNotFiniteIsAWord() {
    #expect(NumberText.fixed(.nan, decimals: 3) == "NaN")
    #expect(NumberText.fixed(.infinity, decimals: 3) == "∞")
    #expect(NumberText.difference(-.infinity, decimals: 1) == "−∞")
    #expect(NumberText.score(.nan) == "NaN")
    #expect(NumberText.significant(.infinity) == "∞")
  }

  @Test func tiesGoByTheExactValueAsInPrintf() {
    // 2.675 is stored a little below, 1.005 too; 0.125 and 2.5 are exact ties, which go to even.
    #expect(NumberText.fixed(2.675, decimals: 2) == "2.67")
    #expect(NumberText.fixed(1.005, decimals: 2) == "1.00")
    #expect(NumberText.fixed(0.125, decimals: 2) == "0.12")
    #expect(NumberText.fixed(0.375, decimals: 2) == "0.38")
    #expect(NumberText.fixed(2.5, decimals: 0) == "2")
    #expect(NumberText.fixed(3.5, decimals: 0) == "4")
  }

  @Test func fixedAgreesWithPrintfOverRandomNumbers() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<FuzzDose.rounds(default: 3000) {
      let number =
        Double.random(in: -1...1, using: &generator) * pow(10, Double.random(in: -8...11, using: &generator))
      let decimals = Int.random(in: 0...6, using: &generator)
      let ours = NumberText.fixed(number, decimals: decimals).replacing(",", with: "").replacing(
        "−", with: "-")
      let printed = String(format: "%.\(decimals)f", number)
      let isZero = !printed.contains { ("1"..."9").contains($0) }
      #expect(ours == (isZero ? printed.replacing("-", with: "") : printed))
    }
  }

  @Test(arguments: [
    (0.04812, "0.0481"), (0.9702, "0.970"), (0.09996, "0.100"), (71.93, "71.9"), (2776.2, "2,776"),
    (1.6412, "1.64"), (999.6, "1,000"), (99.96, "100"), (9.996, "10.0"), (1, "1.00"),
    (0.00083, "0.000830"), (1.5e-7, "1.50\u{A0}×\u{A0}10⁻⁷"), (-2e20, "−2.00\u{A0}×\u{A0}10²⁰"),
    (9.999e-5, "1.00\u{A0}×\u{A0}10⁻⁴"),
  ])
  func threeDigitsAreSignificant(number: Double, expected: String) {
    #expect(NumberText.significant(number) == expected)
  }

  @Test(arguments: [
    (0.97, "0.970"), (1, "1.000"), (0, "0.000"), (0.07489, "0.0749"), (-0.5, "−0.500"), (2.3026, "2.30"),
    (12.34, "12.3"), (-0.0, "0.000"), (0.0000001, "1.00\u{A0}×\u{A0}10⁻⁷"), (5e-7, "5.00\u{A0}×\u{A0}10⁻⁷"),
    (5.1e-7, "0.000001"), (-2.2e-16, "−2.20\u{A0}×\u{A0}10⁻¹⁶"),
  ])
  func scoresHaveThreeDecimalsAtLeastWithinOne(number: Double, expected: String) {
    #expect(NumberText.score(number) == expected)
  }

  @Test func differencesAndIntervalsCarryTheirSigns() {
    #expect(NumberText.difference(0.0331, decimals: 3) == "+0.033")
    #expect(NumberText.difference(-0.0331, decimals: 3) == "−0.033")
    #expect(NumberText.interval(0.957, 0.979, decimals: 3) == "[0.957, 0.979]")
    #expect(NumberText.interval(-0.008, 0.0171, decimals: 3, isDifference: true) == "[−0.008, +0.017]")
  }

  @Test func extremeNumbersDoNotTrap() {
    for number in [
      Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e15,
      999_999_999_999_999.9,
    ] {
      for decimals in [0, 3, 15] { #expect(!NumberText.fixed(number, decimals: decimals).isEmpty) }
      #expect(!NumberText.significant(number).isEmpty)
      #expect(!NumberText.score(number).isEmpty)
      #expect(!NumberText.duration(seconds: number).isEmpty)
      #expect(!NumberText.percent(number).isEmpty)
    }
  }
}
