import Testing

@testable import Evaluation

struct GainTests {
  /// From the top: yes 0.9, no 0.8, yes 0.7, yes 0.7, no 0.2.
  private func curve() throws -> RankCurve {
    try curve(["yes", "no", "yes", "yes", "no"], [0.9, 0.8, 0.7, 0.7, 0.2])
  }

  private func curve(_ truth: [String], _ scores: [Double]) throws -> RankCurve {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: truth, probabilities: scores.map { [1 - $0, $0] })
    return try #require(predictions.evaluate(EvaluationOptions(chance: .off)).rankCurve(of: 1))
  }

  @Test func gainIsWhatIsFoundOverWhatIsTaken() throws {
    let points = try curve().gainCurve()
    #expect(points.first == CurvePoint(x: 0, y: 0, threshold: .infinity))
    #expect(points.map(\.x) == [0, 0.2, 0.4, 0.8, 1])
    let third = 1.0 / 3
    #expect(points.map(\.y) == [0, third, third, 1, 1])
  }

  @Test func liftIsGainOverWhatAGuessFinds() throws {
    let points = try curve().liftCurve()
    #expect(points.last == CurvePoint(x: 1, y: 1, threshold: 0.2))
    #expect(points.map(\.threshold) == [0.9, 0.8, 0.7, 0.2])
    let lifts: [Double] = [5.0 / 3, 5.0 / 6, 1.25, 1]
    for (point, lift) in zip(points, lifts) { #expect(isNear(point.y, lift)) }
  }

  @Test func gainBetweenThresholdsIsOnTheLine() throws {
    let curve = try curve()
    #expect(curve.gain(at: 0) == .value(0))
    #expect(isNear(try #require(curve.gain(at: 0.1).number), 1.0 / 6))
    // Of the two that are tied, one is to be expected.
    #expect(isNear(try #require(curve.gain(at: 0.6).number), 2.0 / 3))
    #expect(curve.gain(at: 1) == .value(1))
  }

  @Test func withoutPositivesThereIsNothingToFind() throws {
    let none = try curve(["no", "no"], [0.5, 0.1])
    #expect(none.gainCurve().isEmpty && none.liftCurve().isEmpty)
    #expect(none.gain(at: 0.1).reason == "no row that counts has the label")
    let only = try curve(["yes"], [0.5])
    #expect(only.gainCurve().map(\.y) == [0, 1])
    #expect(only.liftCurve().map(\.y) == [1])
  }

  @Test(arguments: CurveReductionTests.Shape.allCases)
  func reducedCurvesHaveFewPointsAndNearlyTheSameArea(_ shape: CurveReductionTests.Shape) throws {
    let curve = try shape.curve(rows: 8_000)
    for limit in [RankCurve.pageLimit, 200] {
      let (full, reduced) = (curve.gainCurve(limit: nil), curve.gainCurve(limit: limit))
      #expect(reduced.count <= limit && reduced.first == full.first && reduced.last == full.last)
      #expect(abs(CurveArea.of(reduced) - CurveArea.of(full)) < 1e-3, "\(shape), \(limit)")
      let (fullLift, lift) = (curve.liftCurve(limit: nil), curve.liftCurve(limit: limit))
      let highest = fullLift.reduce(0) { max($0, $1.y) }
      #expect(lift.count <= limit && Set(lift).isSubset(of: Set(fullLift)))
      #expect(
        abs(CurveArea.of(lift) - CurveArea.of(fullLift)) < 1e-3 * highest, "\(shape), \(limit)")
    }
  }

  @Test func binsHoldTheirLowerEndAndTheLastOneItsUpper() throws {
    let histogram = try curve(
      ["yes", "no", "yes", "yes", "no", "yes"], [0.9, 0.8, 0.7, 0.7, 0.2, 1]
    ).scoreHistogram(bins: 5)
    #expect(histogram.edges == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(histogram.positives == [0, 0, 0, 2, 2])
    #expect(histogram.negatives == [0, 1, 0, 0, 1])
    #expect(histogram.count == 5)
    #expect(try curve(["no"], [0]).scoreHistogram(bins: 1).negatives == [1])
  }

  @Test(arguments: CurveReductionTests.Shape.allCases)
  func theBinsHoldEveryRow(_ shape: CurveReductionTests.Shape) throws {
    let curve = try shape.curve(rows: 600)
    let histogram = curve.scoreHistogram()
    #expect(histogram.positives.reduce(0, +) == curve.positives)
    #expect(histogram.negatives.reduce(0, +) == curve.negatives)
    // From a bin on, rows are positive at its lower end.
    let sweep = curve.sweep(histogram.edges.dropLast())
    for bin in 0..<20 {
      #expect(histogram.positives[bin...].reduce(0, +) == sweep[bin].counts.truePositives)
    }
  }
}
