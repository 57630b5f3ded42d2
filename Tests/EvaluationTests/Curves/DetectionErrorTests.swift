import Testing

@testable import Evaluation

struct DetectionErrorTests {
  private func curve(_ truth: [String], _ scores: [Double]) throws -> RankCurve {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: truth, probabilities: scores.map { [1 - $0, $0] })
    return try #require(predictions.evaluate(EvaluationOptions(chance: .off)).rankCurve(of: 1))
  }

  /// From the top: yes 0.9, no 0.8, yes 0.7, yes 0.7, no 0.2.
  private func small() throws -> RankCurve {
    try curve(["yes", "no", "yes", "yes", "no"], [0.9, 0.8, 0.7, 0.7, 0.2])
  }

  @Test func theCurveRunsFromNoFalsePositivesToNoFalseNegatives() throws {
    let points = try small().detCurve()
    #expect(points.first == CurvePoint(x: 0, y: 2.0 / 3, threshold: 0.9))
    #expect(points.map(\.x) == [0, 0.5, 0.5])
    let missed = 2.0 / 3
    #expect(points.map(\.y) == [missed, missed, 0])
    #expect(points.map(\.threshold) == [0.9, 0.8, 0.7])
  }

  @Test func theEqualErrorRateLiesOnTheLineBetweenTwoThresholds() throws {
    #expect(try small().equalErrorRate == .value(0.5))
    // From (1/4, 1/2) straight to (1/2, 0): equal at 1/3.
    let scores = [0.9, 0.8, 0.5, 0.5, 0.2, 0.1]
    let between = try curve(["yes", "no", "yes", "no", "no", "no"], scores)
    #expect(isNear(try #require(between.equalErrorRate.number), 1.0 / 3))
  }

  @Test func aPerfectRankingIsOnePointWithoutErrors() throws {
    let perfect = try curve(["yes", "yes", "no"], [0.9, 0.8, 0.1])
    #expect(perfect.detCurve() == [CurvePoint(x: 0, y: 0, threshold: 0.8)])
    #expect(perfect.equalErrorRate == .value(0))
  }

  @Test func allTiedIsAGuess() throws {
    let tied = try curve(["yes", "no", "yes", "no"], [0.5, 0.5, 0.5, 0.5])
    #expect(tied.detCurve().map(\.x) == [0, 1])
    #expect(tied.detCurve().map(\.y) == [1, 0])
    #expect(tied.equalErrorRate == .value(0.5))
  }

  @Test func withoutPositivesOrNegativesThereIsNoCurve() throws {
    #expect(try curve(["no"], [0.5]).detCurve().isEmpty)
    #expect(try curve(["no"], [0.5]).equalErrorRate.reason == "no row that counts has the label")
    #expect(try curve(["yes"], [0.5]).detCurve().isEmpty)
    #expect(try curve(["yes"], [0.5]).equalErrorRate.reason == "every row that counts has the label")
  }

  @Test(arguments: CurveReductionTests.Shape.allCases)
  func aReducedCurveHasFewPointsAndNearlyTheSameArea(_ shape: CurveReductionTests.Shape) throws {
    let curve = try shape.curve(rows: 8_000)
    let full = curve.detCurve(limit: nil)
    for limit in [RankCurve.pageLimit, 200] {
      let reduced = curve.detCurve(limit: limit)
      #expect(reduced.count <= limit)
      #expect(reduced.first == full.first && reduced.last == full.last)
      #expect(Set(reduced).isSubset(of: Set(full)))
      #expect(abs(CurveArea.of(reduced) - CurveArea.of(full)) < 1e-3, "\(shape), \(limit)")
    }
  }

  @Test(arguments: CurveReductionTests.Shape.allCases)
  func whatIsThinnedByRatioStaysWhereItIs(_ shape: CurveReductionTests.Shape) throws {
    let full = try shape.curve(rows: 30_000).detCurve(limit: nil)
    let thinned = RankCurve.thinnedByRatio(full)
    #expect(thinned.first == full.first && thinned.last == full.last)
    #expect(Set(thinned).isSubset(of: Set(full)))
    #expect(abs(CurveArea.of(thinned) - CurveArea.of(full)) < 1e-4, "\(shape)")
    #expect(RankCurve.thinnedByRatio([]).isEmpty)
  }

  struct File: Decodable {
    var curves: [Entry]
    struct Entry: Decodable {
      var `case`: String
      var fpr: [Double]
      var fnr: [Double]
      var thresholds: [Double?]
      var positives: [Double]
      var negatives: [Double]
    }
  }

  @Test func everyPointAndEveryBinAgreeWithScikitLearnAndNumPy() throws {
    let file = try GoldenCase.load("detection.json", as: File.self)
    #expect(file.curves.count == 8)
    for golden in file.curves {
      let evaluation = try GoldenCase.named(golden.case).predictions()
        .evaluate(EvaluationOptions(chance: .off))
      let curve = try #require(evaluation.rankCurve(of: evaluation.schema.labels.count - 1))
      // scikit-learn goes from the lowest threshold to the highest.
      let points = Array(curve.detCurve(limit: nil).reversed())
      #expect(points.count == golden.fpr.count, "\(golden.case)")
      for (index, point) in points.enumerated() where index < golden.fpr.count {
        #expect(isNear(point.x, golden.fpr[index]), "\(golden.case), point \(index)")
        #expect(isNear(point.y, golden.fnr[index]), "\(golden.case), point \(index)")
        #expect(point.threshold == golden.thresholds[index] ?? .infinity, "\(golden.case), point \(index)")
      }
      let histogram = curve.scoreHistogram()
      for bin in 0..<20 {
        #expect(abs(histogram.positives[bin] - golden.positives[bin]) < 1e-9, "\(golden.case), bin \(bin)")
        #expect(abs(histogram.negatives[bin] - golden.negatives[bin]) < 1e-9, "\(golden.case), bin \(bin)")
      }
    }
  }
}

/// The area under a curve, by trapezoids.
enum CurveArea {
  static func of(_ points: [CurvePoint]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) / 2 }
  }
}
