import Evaluation
import Foundation
import TestSupport
import Testing

/// Predictions and what scikit-learn says of them: an entry of `Goldens/Evaluation/scikit-learn.json`, with what
/// `ranking.json` adds to it.
struct GoldenCase: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var labels: [String]
  var truth: [[String]]
  var predicted: [[String]]
  var probabilities: [[Double]]
  var weights: [Double]
  var metrics: [String: Double?]
  var perLabel: [String: [String: Double?]]
  var report: String
  var multilabel: Bool?

  var testDescription: String { name }

  static let all: [GoldenCase] = {
    struct File: Decodable { var cases: [GoldenCase] }
    let cases = (try? load("scikit-learn.json", as: File.self))?.cases ?? []
    let further = (try? load("ranking.json", as: RankingGoldens.self))?.cases ?? []
    return cases.map { golden in
      var golden = golden
      for more in further where more.name == golden.name {
        golden.metrics.merge(more.metrics) { first, _ in first }
      }
      return golden
    }
  }()

  static func named(_ name: String) throws -> GoldenCase {
    guard let found = all.first(where: { $0.name == name }) else { throw CocoaError(.fileNoSuchFile) }
    return found
  }

  /// A file of `Goldens/Evaluation`.
  static func load<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    let path = Fixture.packageFolder + "/Tests/Goldens/Evaluation/" + name
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: URL(filePath: path)))
  }

  func predictions() throws -> Predictions {
    if multilabel == true {
      return try Predictions(
        labels: labels, truthSets: truth, predictedSets: predicted, probabilities: probabilities,
        weights: weights)
    }
    return try Predictions(
      labels: labels, truth: truth.map { $0[0] }, predicted: predicted.map { $0[0] },
      probabilities: probabilities, weights: weights)
  }
}

/// Whether two values are both undefined, or agree to 1e-9 relative.
func agree(_ ours: MetricValue?, _ theirs: Double?) -> Bool {
  guard let theirs else { return ours?.reason != nil }
  guard let number = ours?.number else { return false }
  return isNear(number, theirs)
}

/// Whether two numbers agree to 1e-9 relative.
func isNear(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1e-3)
}
