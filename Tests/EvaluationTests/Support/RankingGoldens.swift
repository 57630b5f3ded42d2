import Foundation

@testable import Evaluation

/// `Goldens/Evaluation/ranking.json`.
struct RankingGoldens: Decodable {
  var cases: [Case]
  var pairs: [Pair]

  /// Metrics that an entry of `scikit-learn.json` has beside those that stand there.
  struct Case: Decodable {
    var name: String
    var metrics: [String: Double?]
  }

  /// Two classifiers asked about the same rows; averages are in the order of `lanes`.
  struct Pair: Decodable, Sendable {
    static let lanes: [InfluenceLane] = [
      .area, .weightedArea, .precision, .weightedPrecision, .pairArea, .weightedPairArea,
    ]

    var name: String
    var truth: Truth
    var candidate: [[Double]]
    var baseline: [[Double]]
    var averages: [Double]
    var variances: [Double]
    var differences: [Double]
    var differenceVariances: [Double]
    var labels: [Label]

    func predictions(_ probabilities: [[Double]]) throws -> Predictions {
      let names = probabilities[0].indices.map { "l\($0)" }
      switch truth {
      case .indices(let indices):
        var predictions = try Predictions(
          labels: names, truth: indices.map { names[$0] }, probabilities: probabilities)
        // Rounding leaves sums off 1, which does not matter here.
        var schema = predictions.schema
        schema.probabilityProblem = nil
        predictions = Predictions(schema: schema, batches: predictions.batches)
        return predictions
      case .indicators(let rows):
        return try Predictions(
          labels: names,
          truthSets: rows.map { row in names.indices.filter { row[$0] == 1 }.map { names[$0] } },
          probabilities: probabilities)
      }
    }
  }

  /// What is true of rows: the index of a label each, or 1 for each label that is.
  enum Truth: Decodable, Sendable {
    case indices([Int])
    case indicators([[Int]])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let indices = try? container.decode([Int].self) {
        self = .indices(indices)
      } else {
        self = .indicators(try container.decode([[Int]].self))
      }
    }
  }

  /// One label of a pair, the candidate's numbers first.
  struct Label: Decodable, Sendable {
    var areas: [Double]
    var areaVariances: [Double]
    var areaCovariance: Double
    var precisions: [Double]
    var precisionVariances: [Double]
    var precisionDifferenceVariance: Double
  }
}
