import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

/// Curves from what is kept while rows are ranked, against curves of all thresholds.
struct DrawnCurvesTests {
  /// Three labels, or two, with scores that tell them apart somewhat.
  private func predictions(rows: Int, labels: Int, isRounded: Bool = false) -> Predictions {
    var generator = SeededGenerator(seed: 31)
    var truth: [Int32] = []
    var probabilities: [Double] = []
    for _ in 0..<rows {
      let label = Int32.random(in: 0..<Int32(labels), using: &generator)
      var parts = (0..<labels).map { other in
        Double.random(in: 0.02...1, using: &generator) + (other == Int(label) ? 0.5 : 0)
      }
      let sum = parts.reduce(0, +)
      parts = parts.map { isRounded ? ($0 / sum * 1e6).rounded() / 1e6 : $0 / sum }
      truth.append(label)
      probabilities += parts
    }
    let names = (0..<labels).map { ExactString("label \($0)") }
    let schema = PredictionSchema(
      task: labels == 2 ? .binary : .multiclass, labels: names, scoredLabelCount: labels,
      positive: labels == 2 ? 1 : nil)
    let batch = PredictionBatch(
      count: rows, truth: truth, predicted: truth, probabilities: probabilities)
    return Predictions(schema: schema, batches: [batch])
  }

  private func area(_ points: [CurvePoint]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) / 2 }
  }

  private func evaluation(_ predictions: Predictions, keepsCurves: Bool = true) -> ClassificationEvaluation {
    predictions.evaluate(EvaluationOptions(chance: .off, keepsCurves: keepsCurves))
  }

  @Test(arguments: [(2, false), (3, false), (3, true)])
  func outlinesHaveNearlyTheAreaOfAllThresholds(_ labels: Int, _ isRounded: Bool) throws {
    let evaluation = evaluation(predictions(rows: 30_000, labels: labels, isRounded: isRounded))
    for label in labels == 2 ? [1] : [0, 1, 2] {
      let full = try #require(evaluation.rankCurve(of: label))
      let drawn = try #require(evaluation.drawnCurves(of: [label])[0])
      #expect(full.isWhole && full.thresholds.count > 20_000)
      #expect(!drawn.outline.isWhole && drawn.outline.thresholds.count < 12_000)
      #expect(Set(drawn.outline.thresholds).isSubset(of: Set(full.thresholds)))
      #expect(drawn.roc.count <= 500 && drawn.precisionRecall.count <= 500)
      #expect(abs(area(drawn.roc) - area(full.rocCurve(limit: nil))) < 1e-3)
      #expect(abs(area(drawn.precisionRecall) - area(full.precisionRecallCurve(limit: nil))) < 1e-3)
      #expect(drawn.outline.equalErrorRate == full.equalErrorRate)
      #expect(drawn.outline.positives == full.positives && drawn.outline.negatives == full.negatives)
    }
  }

  @Test func curvesThatAreNotKeptAreTheSame() throws {
    let predictions = predictions(rows: 30_000, labels: 3)
    let kept = evaluation(predictions).drawnCurves(of: [2, 0])
    let found = evaluation(predictions, keepsCurves: false).drawnCurves(of: [2, 0])
    #expect(kept.compactMap(\.?.roc) == found.compactMap(\.?.roc))
    #expect(kept.compactMap(\.?.precisionRecall) == found.compactMap(\.?.precisionRecall))
    #expect(kept.count == 2)
  }

  @Test(arguments: [2, 3])
  func histogramsOfRowsAreThoseOfThresholds(_ labels: Int) throws {
    let evaluation = evaluation(predictions(rows: 5_000, labels: labels))
    let histograms = evaluation.scoreHistograms(of: [1, 0])
    for (label, histogram) in zip([1, 0], histograms) {
      #expect(histogram == evaluation.rankCurve(of: label)?.scoreHistogram())
    }
  }

  @Test(arguments: [(40, false), (30_000, false), (30_000, true)])
  func decisionsByWhatIsKeptAreThoseByAllThresholds(_ rows: Int, _ isRounded: Bool) throws {
    let evaluation = evaluation(predictions(rows: rows, labels: 2, isRounded: isRounded))
    let full = try #require(evaluation.rankCurve(of: 1))
    let kept = try #require(evaluation.decisionCurve(of: 1))
    let rules = OperatingPointRule.standard + [.minimumCost(falsePositive: 1, falseNegative: 5)]
    #expect(kept.isWhole == (rows == 40) && kept.outline.isWhole == (rows == 40))
    #expect((kept.thresholds.count < full.thresholds.count) == (rows > 40))
    #expect(kept.operatingPoints(rules) == full.operatingPoints(rules))
    #expect(kept.sweep() == full.sweep())
  }

  @Test func manyThresholdsAreChosenFromAsAreFew() throws {
    let curve = try #require(evaluation(predictions(rows: 30_000, labels: 2)).rankCurve(of: 1))
    let rules = OperatingPointRule.standard + [.minimumCost(falsePositive: 1, falseNegative: 5)]
    let found = curve.operatingPoints(rules)
    for (rule, point) in zip(rules, found) {
      let merits = (0...curve.thresholds.count).map { rule.merit(of: curve.counts(ofFirst: $0)) }
      var best: Int?
      for place in merits.indices {
        guard let merit = merits[place] else { continue }
        if let known = best.flatMap({ merits[$0] }), merit <= known { continue }
        best = place
      }
      #expect(point?.threshold == best.map { $0 == 0 ? .infinity : curve.thresholds[$0 - 1] }, "\(rule)")
    }
  }
}
