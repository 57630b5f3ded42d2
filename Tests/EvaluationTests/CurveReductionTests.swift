import Evaluation
import TestSupport
import Testing

struct CurveReductionTests {
  /// How scores of a made-up test set come about.
  enum Shape: String, CaseIterable {
    case good, random, tied, fewPositives, perfect, staircase, reversed

    func curve(rows: Int) throws -> RankCurve {
      var generator = SeededGenerator(seed: 5)
      var truth: [String] = []
      var scores: [[Double]] = []
      for row in 0..<rows {
        let isPositive =
          self == .fewPositives ? row % 200 == 0 : self == .staircase ? row / 20 % 2 == 0 : row % 3 == 0
        let noise = Double.random(in: 0...1, using: &generator)
        let score: Double =
          switch self {
          case .good: isPositive ? noise.squareRoot() : noise * noise
          case .random, .fewPositives: noise
          case .tied: Double(Int(noise * 4) + (isPositive ? 1 : 0)) / 8
          case .perfect: isPositive ? 0.5 + noise / 2 : noise / 2
          case .reversed: isPositive ? noise / 2 : 0.5 + noise / 2
          case .staircase: Double(row) / Double(rows)
          }
        truth.append(isPositive ? "yes" : "no")
        scores.append([1 - score, score])
      }
      let predictions = try Predictions(labels: ["no", "yes"], truth: truth, probabilities: scores)
      return try #require(predictions.evaluate().rankCurve(of: 1))
    }
  }

  private func area(_ points: [CurvePoint]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) / 2 }
  }

  @Test(arguments: Shape.allCases)
  func aReducedCurveHasFewPointsAndNearlyTheSameArea(_ shape: Shape) throws {
    let curve = try shape.curve(rows: 8_000)
    for (full, reduced) in [
      (curve.rocCurve(limit: nil), curve.rocCurve()),
      (curve.precisionRecallCurve(limit: nil), curve.precisionRecallCurve()),
    ] {
      #expect(reduced.count <= 500)
      #expect(reduced.first == full.first)
      #expect(reduced.last == full.last)
      #expect(abs(area(reduced) - area(full)) < 1e-3, "\(shape)")
      #expect(Set(reduced).isSubset(of: Set(full)))
    }
  }

  @Test func aCurveThatIsShortEnoughStaysAsItIs() throws {
    let curve = try Shape.tied.curve(rows: 1_000)
    #expect(curve.rocCurve() == curve.rocCurve(limit: nil))
    #expect(curve.rocCurve().count == curve.thresholds.count + 1)
  }

  @Test func theAreaUnderTheFullCurveIsTheMetric() throws {
    for shape in Shape.allCases {
      let curve = try shape.curve(rows: 600)
      let points = curve.rocCurve(limit: nil)
      #expect(points.first == CurvePoint(x: 0, y: 0, threshold: .infinity))
      #expect(points.last?.x == 1 && points.last?.y == 1)
      #expect((0...1).contains(area(points)))
    }
    #expect(area(try Shape.perfect.curve(rows: 600).rocCurve(limit: nil)) == 1)
    #expect(area(try Shape.reversed.curve(rows: 600).rocCurve(limit: nil)) == 0)
  }

  @Test func withoutPositivesOrNegativesThereIsNoCurve() throws {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: ["no", "no"], probabilities: [[0.5, 0.5], [1, 0]])
    let evaluation = predictions.evaluate()
    let curve = try #require(evaluation.rankCurve(of: 1))
    #expect(curve.rocCurve().isEmpty)
    #expect(curve.precisionRecallCurve().isEmpty)
    #expect(evaluation.rankCurves(of: [0, 1]).map { $0?.precisionRecallCurve().isEmpty } == [false, true])
  }

  @Test func aLabelWithoutProbabilitiesHasNoCurve() throws {
    let evaluation = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["b"]).evaluate()
    #expect(evaluation.rankCurve(of: 0) == nil)
  }
}
