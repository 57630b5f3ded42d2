import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// Variances against numpy: DeLong's from midranks, all others from numerical derivatives.
struct RankingGoldenTests {
  static let pairs = (try? GoldenCase.load("ranking.json", as: RankingGoldens.self))?.pairs ?? []

  /// Agreement as close as numerical derivatives are.
  private func isClose(_ ours: Double, _ theirs: Double) -> Bool {
    abs(ours - theirs) <= 2e-7 * max(abs(theirs), 1e-6)
  }

  @Test func theGoldensAreThere() {
    #expect(Self.pairs.count == 3)
  }

  @Test(arguments: pairs.indices)
  func everyLabelHasTheVariancesOfNumpy(_ index: Int) throws {
    let pair = Self.pairs[index]
    let first = try pair.predictions(pair.candidate).evaluate().statistics
    let second = try pair.predictions(pair.baseline).evaluate().statistics
    for (label, golden) in pair.labels.enumerated() {
      for (place, ranking) in [first.rankings[label], second.rankings[label]].enumerated() {
        #expect(agree(ranking.rocAUC, golden.areas[place]))
        #expect(agree(ranking.averagePrecision, golden.precisions[place]))
        #expect(isNear(try #require(ranking.rocAUCVariance) / golden.areaVariances[place], 1))
        #expect(isClose(try #require(ranking.averagePrecisionVariance), golden.precisionVariances[place]))
      }
    }
  }

  @Test(arguments: pairs.indices)
  func everyAverageHasTheVarianceOfNumpy(_ index: Int) throws {
    let pair = Self.pairs[index]
    let predictions = try pair.predictions(pair.candidate)
    let supports = predictions.supports
    let ranker = LabelRanker(predictions, supports: supports, averages: true)
    let rankings = ranker.rankings(of: Array(supports.indices))
    let averages = RankingAverages(rankings, supports: supports)
    let variances = try ranker.finish(rankings).variances(predictions)
    #expect(variances.count == pair.variances.count)
    for (place, lane) in RankingGoldens.Pair.lanes.prefix(variances.count).enumerated() {
      #expect(agree(averages[lane], pair.averages[place]), "\(lane)")
      let (ours, theirs) = (variances[lane.rawValue], pair.variances[place])
      #expect(isClose(ours, theirs), "\(lane): \(ours), \(theirs)")
    }
  }

  @Test(arguments: pairs.indices)
  func everyDifferenceHasTheVarianceOfNumpy(_ index: Int) throws {
    let pair = Self.pairs[index]
    let differences = RankingDifferences(
      candidate: try pair.predictions(pair.candidate), baseline: try pair.predictions(pair.baseline))
    let names =
      pair.differences.count == 4
      ? ["roc_auc_macro", "roc_auc_weighted", "average_precision_macro", "average_precision_weighted"]
      : [
        "roc_auc_ovr_macro", "roc_auc_ovr_weighted", "average_precision_macro", "average_precision_weighted",
        "roc_auc_ovo_macro", "roc_auc_ovo_weighted",
      ]
    for (place, name) in names.enumerated() {
      let difference = try #require(differences[name])
      #expect(agree(difference.value, pair.differences[place]), "\(name)")
      let error = try #require(difference.standardError)
      #expect(isClose(error * error, pair.differenceVariances[place]), "\(name)")
      #expect(difference.interval.interval?.method == .influencePaired)
    }
  }

  @Test(arguments: pairs.indices)
  func oneLabelOfTwoClassifiersIsComparedAsByNumpy(_ index: Int) throws {
    let pair = Self.pairs[index]
    let candidate = try pair.predictions(pair.candidate)
    let baseline = try pair.predictions(pair.baseline)
    for (label, golden) in pair.labels.enumerated() {
      let first = try #require(Placements(candidate, label: label))
      let second = try #require(Placements(baseline, label: label))
      let areas = try CorrelatedAreas(candidate: first, baseline: second)
      #expect(isNear(areas.candidateVariance / golden.areaVariances[0], 1))
      #expect(isNear(areas.baselineVariance / golden.areaVariances[1], 1))
      #expect(isNear(areas.covariance / golden.areaCovariance, 1))
      let binary = try self.binary(pair, label: label)
      let differences = RankingDifferences(candidate: binary.candidate, baseline: binary.baseline)
      #expect(differences["roc_auc"] == areas.difference)
      let error = try #require(differences["average_precision"]?.standardError)
      #expect(isClose(error * error, golden.precisionDifferenceVariance))
    }
  }

  /// One label of a pair against the rest, as a binary problem.
  private func binary(
    _ pair: RankingGoldens.Pair, label: Int
  ) throws -> (candidate: Predictions, baseline: Predictions) {
    let truth =
      switch pair.truth {
      case .indices(let indices): indices.map { $0 == label ? "yes" : "no" }
      case .indicators(let rows): rows.map { $0[label] == 1 ? "yes" : "no" }
      }
    func predictions(_ scores: [[Double]]) throws -> Predictions {
      try Predictions(
        labels: ["no", "yes"], truth: truth, probabilities: scores.map { [1 - $0[label], $0[label]] })
    }
    return (try predictions(pair.candidate), try predictions(pair.baseline))
  }

  @Test func theScreeningFilesAreComparedAsTheirGoldenSays() throws {
    struct Golden: Decodable {
      var delong: Areas
      struct Areas: Decodable {
        var aucA: Double
        var aucB: Double
        var differenceBMinusA: Double
        var varianceA: Double
        var varianceB: Double
        var covariance: Double
        var z: Double
        var pTwoSided: Double
        var ci95Difference: [Double]
      }
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let golden = try decoder.decode(
      Golden.self, from: Data(try Fixture.bytes("predictions/screening.golden.json"))
    ).delong
    let logistic = try rows("screening-logistic")
    let bayes = try rows("screening-bayes")
    let ids = logistic.keys.sorted()
    func placements(_ rows: [String: (truth: String, score: Double)]) throws -> Placements {
      let rows = ids.compactMap { rows[$0] }
      let predictions = try Predictions(
        labels: ["benign", "malignant"], truth: rows.map(\.truth),
        probabilities: rows.map { [1 - $0.score, $0.score] })
      let found = Placements(predictions, label: 1)
      return try #require(found)
    }
    let areas = try CorrelatedAreas(candidate: try placements(bayes), baseline: try placements(logistic))
    let difference = areas.difference
    let interval = try #require(difference.interval.interval)
    for (ours, theirs) in [
      (areas.candidate, golden.aucB), (areas.baseline, golden.aucA),
      (areas.candidateVariance, golden.varianceB), (areas.baselineVariance, golden.varianceA),
      (areas.covariance, golden.covariance), (difference.value.number ?? 0, golden.differenceBMinusA),
      (difference.z.number ?? 0, golden.z), (difference.pValue.number ?? 0, golden.pTwoSided),
      (interval.low, golden.ci95Difference[0]), (interval.high, golden.ci95Difference[1]),
    ] {
      #expect(abs(ours - theirs) <= 1e-9 * abs(theirs), "\(ours), \(theirs)")
    }
  }

  /// The truth and the score of “malignant” of each row of a fixture, by its id.
  private func rows(_ name: String) throws -> [String: (truth: String, score: Double)] {
    let lines = try Fixture.text("predictions/\(name).csv").split(separator: "\n")
    let columns = lines[0].split(separator: ",").map(String.init)
    let score = try #require(columns.firstIndex(of: "proba_malignant"))
    let truth = try #require(columns.firstIndex(of: "y_true"))
    return try lines.dropFirst().reduce(into: [:]) { rows, line in
      let cells = line.split(separator: ",").map(String.init)
      rows[cells[0]] = (cells[truth], try #require(Double(cells[score])))
    }
  }
}
