import Evaluation
import Testing

struct LabelRateTests {
  private let counts = LabelCounts(
    truePositives: 30, falsePositives: 10, falseNegatives: 20, trueNegatives: 40)

  @Test func ratesByHand() {
    let expected: [(LabelRate, Double)] = [
      (.precision, 30 / 40), (.recall, 30 / 50), (.f1, 60 / 90),
      (.f05, 37.5 / 52.5),
      (.f2, 150 / 240), (.specificity, 40 / 50), (.negativePredictiveValue, 40 / 60),
      (.falsePositiveRate, 10 / 50), (.falseNegativeRate, 20 / 50), (.falseDiscoveryRate, 10 / 40),
      (.falseOmissionRate, 20 / 60), (.prevalence, 50 / 100), (.balancedAccuracy, 0.7), (.informedness, 0.4),
      (.markedness, 5 / 12),
      (.matthewsCorrcoef, 1000 / 6_000_000.0.squareRoot()),
      (.geometricMean, 0.48.squareRoot()), (.threatScore, 30 / 60), (.positiveLikelihoodRatio, 3),
      (.negativeLikelihoodRatio, 0.5), (.diagnosticOddsRatio, 6),
    ]
    #expect(expected.map(\.0) == LabelRate.all)
    for (rate, value) in expected {
      #expect(agree(rate.value(counts), value), "\(rate.name): \(rate.value(counts)), not \(value)")
    }
  }

  @Test func everyRateSaysWhatItIs() {
    #expect(Set(LabelRate.all.map(\.name)).count == LabelRate.all.count)
    #expect(Set(LabelRate.all.map(\.title)).count == LabelRate.all.count)
    #expect(LabelRate.all.allSatisfy { !$0.formula.isEmpty && !$0.source.isEmpty })
    #expect(LabelRate.all.filter { $0.direction == nil } == [.prevalence])
    #expect(
      LabelRate.all.filter { $0.direction == .lowerIsBetter } == [
        .falsePositiveRate, .falseNegativeRate, .falseDiscoveryRate, .falseOmissionRate,
        .negativeLikelihoodRatio,
      ])
  }

  @Test func anyBetaMayBeAskedFor() {
    #expect(LabelRate.fBeta(3).name == "f3")
    #expect(agree(LabelRate.fBeta(3).value(counts), 300 / 490))
    #expect(agree(LabelRate.fBeta(0).value(counts), 30 / 40))
  }

  private func reasons(_ counts: LabelCounts) -> [String: String] {
    LabelRate.all.reduce(into: [:]) { reasons, rate in
      if let reason = rate.value(counts, of: "“x”").reason { reasons[rate.name] = reason }
    }
  }

  @Test func whereTheLabelWasNeverPredictedWhatDividesByItIsUndefined() {
    let reason = "“x” was never predicted"
    #expect(
      reasons(LabelCounts(falseNegatives: 2, trueNegatives: 3)) == [
        "precision": reason, "false_discovery_rate": reason, "markedness": reason,
        "matthews_corrcoef": reason,
        "positive_likelihood_ratio": "“x” has no false positives",
        "diagnostic_odds_ratio": "“x” has no false positives",
      ])
  }

  @Test func whereNoRowHasTheLabelRatesOfPositivesAreUndefined() {
    let reason = "no row that counts is “x”"
    let found = reasons(LabelCounts(falsePositives: 2, trueNegatives: 3))
    #expect(Set(found.values) == [reason])
    #expect(
      Set(found.keys) == [
        "recall", "false_negative_rate", "balanced_accuracy", "informedness", "matthews_corrcoef",
        "geometric_mean", "positive_likelihood_ratio", "negative_likelihood_ratio", "diagnostic_odds_ratio",
      ])
  }

  @Test func whereEveryRowHasTheLabelRatesOfNegativesAreUndefined() {
    let reason = "every row that counts is “x”"
    let found = reasons(LabelCounts(truePositives: 2, falseNegatives: 3))
    #expect(Set(found.values) == [reason])
    #expect(
      Set(found.keys) == [
        "specificity", "false_positive_rate", "balanced_accuracy", "informedness", "matthews_corrcoef",
        "geometric_mean", "positive_likelihood_ratio", "negative_likelihood_ratio", "diagnostic_odds_ratio",
      ])
  }

  @Test func whatWouldBeInfiniteIsUndefined() {
    let perfect = LabelCounts(truePositives: 2, trueNegatives: 3)
    #expect(
      reasons(perfect) == [
        "positive_likelihood_ratio": "“x” has no false positives",
        "diagnostic_odds_ratio": "“x” has no false positives",
      ])
    #expect(LabelRate.negativeLikelihoodRatio.value(perfect) == .value(0))
    let inverted = LabelCounts(falsePositives: 2, falseNegatives: 3)
    #expect(reasons(inverted) == ["negative_likelihood_ratio": "“x” has no true negatives"])
    #expect(LabelRate.matthewsCorrcoef.value(inverted) == .value(-1))
    #expect(LabelRate.markedness.value(inverted) == .value(-1))
  }

  @Test func weightsTooLargeToMultiplyAreNoNumber() {
    let huge = LabelCounts(
      truePositives: 1e300, falsePositives: 1e300, falseNegatives: 1e300, trueNegatives: 1e300)
    for rate in LabelRate.all {
      #expect(rate.value(huge).number?.isFinite ?? true, "\(rate.name)")
    }
  }

  @Test func withoutRowsEveryRateIsUndefined() {
    #expect(reasons(LabelCounts()).count == LabelRate.all.count)
  }

  @Test func labelsOfferThemByName() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "a", "b", "b"], predicted: ["a", "b", "b", "b"]
    ).evaluate()
    #expect(evaluation.perLabel[0].rate(.specificity) == .value(1))
    #expect(evaluation.perLabel[1].rate(.specificity) == .value(1 / 2))
    #expect(evaluation.perLabel[0].rate(.positiveLikelihoodRatio).reason == "“a” has no false positives")
    for label in evaluation.perLabel {
      #expect(label.rate(.precision) == label.precision && label.rate(.recall) == label.recall)
      #expect(label.rate(.f1) == label.f1)
    }
  }
}
