import Markup
import Testing

struct NumberTextUnitsTests {
  @Test func percentsHaveANoBreakSpace() {
    #expect(NumberText.percent(0.0444) == "4.4\u{A0}%")
    #expect(NumberText.percent(0.97, decimals: 0) == "97\u{A0}%")
  }

  @Test(arguments: [
    (0.5811, "p\u{A0}=\u{A0}0.58"), (0.0324, "p\u{A0}=\u{A0}0.032"), (0.00099, "p\u{A0}<\u{A0}0.001"),
    (0, "p\u{A0}<\u{A0}0.001"), (0.001, "p\u{A0}=\u{A0}0.001"), (1, "p\u{A0}=\u{A0}1.00"),
    (0.0996, "p\u{A0}=\u{A0}0.10"),
  ])
  func probabilitiesOfTestsAreNeverZero(probability: Double, expected: String) {
    #expect(NumberText.pStatement(probability) == expected)
  }

  @Test(arguments: [
    (0, "0\u{A0}B"), (999, "999\u{A0}B"), (1000, "1.0\u{A0}kB"), (116_000, "116.0\u{A0}kB"),
    (999_949, "999.9\u{A0}kB"), (999_950, "1.0\u{A0}MB"), (2_400_000_000, "2.4\u{A0}GB"),
    (Int.max, "9.2\u{A0}EB"),
  ])
  func sizesHaveDecimalUnits(count: Int, expected: String) {
    #expect(NumberText.byteSize(count) == expected)
  }

  @Test(arguments: [
    (1.6412, "1.64\u{A0}s"), (0.04812, "0.0481\u{A0}s"), (59.9, "59.9\u{A0}s"), (60, "1\u{A0}min"),
    (59.96, "1\u{A0}min"), (125, "2\u{A0}min 5\u{A0}s"), (7384, "2\u{A0}h 3\u{A0}min"),
    (90_000, "1\u{A0}d 1\u{A0}h"),
    (86_400, "1\u{A0}d"),
  ])
  func spansOfTimeHaveTheirTwoLargestUnits(seconds: Double, expected: String) {
    #expect(NumberText.duration(seconds: seconds) == expected)
  }
}
