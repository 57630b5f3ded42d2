import Testing

@testable import Evaluation

/// What scipy and numpy say, from `Goldens/Evaluation/chance.json`.
private struct ChanceGolden: Decodable {
  var quantiles: [[Double]]
  var cumulative: [[Double]]
  var twoSided: [[Double]]
  var percentiles: [Percentile]

  struct Percentile: Decodable {
    var values: [Double]
    var low: Double
    var high: Double
  }

  static func load() throws -> ChanceGolden {
    try GoldenCase.load("chance.json", as: ChanceGolden.self)
  }
}

struct NormalDistributionTests {
  private func isNear(_ ours: Double, _ theirs: Double) -> Bool {
    abs(ours - theirs) <= 1e-12 * max(1, abs(theirs))
  }

  @Test func quantilesAreThoseOfSciPy() throws {
    let golden = try ChanceGolden.load()
    for pair in golden.quantiles {
      #expect(isNear(NormalDistribution.quantile(pair[0]), pair[1]), "\(pair)")
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(isNear(NormalDistribution.quantile(0.975), NormalDistribution.quantile975))
  }

  @Test func probabilitiesAreThoseOfSciPy() throws {
    let golden = try ChanceGolden.load()
    for pair in golden.cumulative {
      #expect(abs(NormalDistribution.cumulative(pair[0]) / pair[1] - 1) < 1e-12, "\(pair)")
    }
    for pair in golden.twoSided {
      #expect(abs(NormalDistribution.twoSidedP(pair[0]) / pair[1] - 1) < 1e-12, "\(pair)")
    }
  }

  @Test func percentilesAreThoseOfNumPy() throws {
    let golden = try ChanceGolden.load()
    for percentile in golden.percentiles {
      let found = try #require(Percentiles.middle95(percentile.values))
      #expect(isNear(found.low, percentile.low) && isNear(found.high, percentile.high))
    }
    #expect(Percentiles.middle95([]) == nil)
    let exact = try #require(Percentiles.middle95((0...1000).map(Double.init)))
    #expect(exact == (25, 975))
  }
}
