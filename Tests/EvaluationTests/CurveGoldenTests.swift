import Evaluation
import Testing

struct CurveGoldenTests {
  struct File: Decodable {
    var curves: [Entry]
    struct Entry: Decodable {
      var `case`: String
      var roc: Curve
      var precisionRecall: Curve
    }
    struct Curve: Decodable {
      var x: [Double]
      var y: [Double]
      var thresholds: [Double?]
    }
  }

  @Test func everyPointAgreesWithScikitLearn() throws {
    let file = try GoldenCase.load("curves.json", as: File.self)
    #expect(file.curves.count == 5)
    for golden in file.curves {
      let evaluation = try GoldenCase.named(golden.case).predictions().evaluate()
      let curve = try #require(evaluation.rankCurve(of: evaluation.schema.labels.count - 1))
      check(curve.rocCurve(limit: nil), golden.roc, golden.case)
      check(curve.precisionRecallCurve(limit: nil), golden.precisionRecall, golden.case)
    }
  }

  private func check(_ ours: [CurvePoint], _ theirs: File.Curve, _ name: String) {
    #expect(ours.count == theirs.x.count, "\(name)")
    for (index, point) in ours.enumerated() where index < theirs.x.count {
      #expect(isNear(point.x, theirs.x[index]), "\(name), point \(index)")
      #expect(isNear(point.y, theirs.y[index]), "\(name), point \(index)")
      #expect(point.threshold == theirs.thresholds[index] ?? .infinity, "\(name), point \(index)")
    }
  }
}
