import Evaluation
import Markup
import Testing

@testable import ReportModel

struct MetricTextTests {
  @Test func valuesHaveThreeDigitsAndWhatIsUndefinedADash() {
    #expect(MetricText.value(.value(0.97)) == "0.970")
    #expect(MetricText.value(.undefined("no row")) == "—")
    #expect(MetricText.value(nil) == "—")
  }

  @Test func anIntervalHasTheDecimalsOfItsValue() {
    let interval = Interval(low: 0.9566, high: 0.97918, method: .wilson, count: 100)
    #expect(MetricText.interval(interval, of: 0.97) == "[0.957, 0.979]")
    #expect(MetricText.sentence(0.97, interval).plain == "0.970 [0.957, 0.979]")
    #expect(MetricText.sentence(0.97, nil).plain == "0.970")
  }

  @Test(arguments: [
    (0.033, "+3.3 points"), (-0.01, "−1.0 points"), (0.0, "0.0 points"), (0.0001, "+0.01 points"),
  ])
  func differencesOfProportionsAreInPointsAndNotZeroUnlessThatIsSo(difference: Double, text: String) {
    #expect(MetricText.difference(difference, isProportion: true) == text)
  }

  @Test func otherDifferencesAreInTheUnitOfTheMetric() {
    #expect(MetricText.difference(-0.196, isProportion: false) == "−0.196")
  }

  @Test(arguments: [
    (0.0709, 0.07093, 4, "−0.00003"), (3e-9, 1e-9, 6, "+2.0\u{A0}×\u{A0}10⁻⁹"),
    (1e-9, 3e-9, 6, "−2.0\u{A0}×\u{A0}10⁻⁹"), (0.1 + 0.2, 0.3, 3, "0.000"), (0.5, 0.5, 3, "0.000"),
    (1e-7, 0, 3, "+1.0\u{A0}×\u{A0}10⁻⁷"), (0.9, 0.8, 3, "+0.100"),
  ])
  func whatDiffersIsNotWrittenAsZeroAndRoundingIsNoDifference(
    value: Double, other: Double, decimals: Int, text: String
  ) {
    #expect(MetricText.visible(NumberText.gap(value, other), decimals: decimals) == text)
  }

  @Test func aDifferenceHasTheDecimalsOfTheCoarserValue() {
    #expect(MetricText.difference(of: 0.97, from: 0.937) == "+0.033")
    #expect(MetricText.difference(of: 1.25, from: 0.999) == "+0.25")
    #expect(MetricText.difference(of: nil, from: 0.9) == "—")
  }

  @Test(arguments: [
    ("Accuracy", "accuracy"), ("Balanced accuracy", "balanced accuracy"), ("F1, macro", "F1, macro"),
    ("ROC AUC", "ROC AUC"), ("Log loss", "log loss"), ("Cohen's kappa", "Cohen's kappa"),
    ("Matthews correlation", "Matthews correlation"), ("Brier score", "Brier score"), ("", ""),
  ])
  func titlesAreInLowerCaseWithinASentenceUnlessTheyAreNames(title: String, text: String) {
    #expect(MetricText.inSentence(title) == text)
  }
}
