import Diagnostics
import Evaluation
import FileFormats
import PredictionFiles
import TestSupport
import Testing

/// Calibration of the sample files against goldens by numpy and scikit-learn.
@Suite struct CalibrationGoldenTests {
  private func evaluation(_ name: String) throws -> (ClassificationEvaluation, JSONValue) {
    let read = try PredictionFileReader().read(Fixture.path("predictions/\(name).csv"))
    let bytes = try Fixture.bytes("predictions/\(name).calibration.golden.json")
    return (
      read.predictions.evaluate(EvaluationOptions(chance: .off)),
      try JSONReader.parse(bytes, path: "golden").root
    )
  }

  private func numbers(_ value: JSONValue?) throws -> [Double] {
    try #require(value?.array).compactMap(\.number?.value)
  }

  private func isNear(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right))
  }

  @Test(arguments: ["digits", "tumour"]) func errorsAreThoseOfTheGolden(_ name: String) throws {
    let (evaluation, golden) = try evaluation(name)
    let top = try #require(golden["top_label"])
    #expect(isNear(evaluation["expected_calibration_error"]?.number, top["ece"]?.number?.value))
    #expect(isNear(evaluation["maximum_calibration_error"]?.number, top["mce"]?.number?.value))
    #expect(
      isNear(
        evaluation["expected_calibration_error_classwise"]?.number, golden["classwise_ece"]?.number?.value))
  }

  @Test(arguments: ["digits", "tumour"]) func binsAreThoseOfTheGolden(_ name: String) throws {
    let (evaluation, golden) = try evaluation(name)
    let bins = try #require(evaluation.calibrationCurve()).bins
    let theirs = try #require(golden["top_label"]?["bins"]?.array)
    #expect(bins.count == theirs.count)
    for (bin, golden) in zip(bins, theirs) {
      #expect(bin.count == golden["count"]?.number?.value)
      #expect(isNear(bin.observedShare.number, golden["accuracy"]?.number?.value))
      #expect(isNear(bin.meanProbability.number, golden["confidence"]?.number?.value))
    }
  }

  @Test(arguments: ["digits", "tumour"]) func curvesAreThoseOfTheGolden(_ name: String) throws {
    let (evaluation, golden) = try evaluation(name)
    let curves = try #require(golden["curves"]?.object).members
    #expect(!curves.isEmpty)
    for curve in curves {
      let label = try #require(evaluation.schema.labels.firstIndex(of: ExactString(curve.name)))
      for (strategy, key) in [(CalibrationCurve.Strategy.equalWidth, "uniform"), (.quantile, "quantile")] {
        let bins = try #require(evaluation.calibrationCurve(of: label, strategy: strategy)).bins
          .filter { $0.count > 0 }
        let shares = try numbers(curve.value[key]?["prob_true"])
        let means = try numbers(curve.value[key]?["prob_pred"])
        #expect(bins.count == shares.count, "\(curve.name), \(key)")
        for (bin, (share, mean)) in zip(bins, zip(shares, means)) {
          #expect(isNear(bin.observedShare.number, share) && isNear(bin.meanProbability.number, mean))
        }
      }
    }
  }
}
