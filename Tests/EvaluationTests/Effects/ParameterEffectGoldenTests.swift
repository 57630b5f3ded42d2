import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("The effects of parameters agree with scipy")
struct ParameterEffectGoldenTests {
  /// What `effects.json` holds.
  private struct Golden: Decodable {
    struct Groups: Decodable {
      var values: [String]
      var scores: [Double]
      var h: Double
      var p: Double
    }
    struct Trend: Decodable {
      var values: [Double]
      var scores: [Double]
      var rho: Double
      var pearson: Double
      var p: Double
    }
    struct Blocks: Decodable {
      var first: [String]
      var second: [String]
      var scores: [Double]
      var p: Double
      var arrangements: Int
    }
    var groups: [Groups]
    var trends: [Trend]
    var blocks: Blocks
  }

  private let golden: Golden

  init() throws {
    golden = try JSONDecoder().decode(Golden.self, from: Data(Fixture.bytes("effects/effects.json")))
  }

  private func effects(_ values: [TrialValue], _ scores: [Double]) -> ParameterEffects {
    ParameterEffects(
      ParameterTrials(parameters: ["a"], values: values.map { [$0] }, scores: scores.map { $0 }))
  }

  @Test("H of Kruskal and Wallis and its exact p agree, ties included; a drawn p is near")
  func groups() throws {
    for (number, one) in golden.groups.enumerated() {
      let found = effects(one.values.map { .text(ExactString($0)) }, one.scores).effects[0]
      let estimate = try #require(found.estimate)
      #expect(found.kind == .groups)
      #expect(abs(estimate.statistic - one.h) < 1e-9)
      #expect(abs(estimate.size - one.h / Double(one.scores.count - 1)) < 1e-9)
      #expect(estimate.isExact == (number < 2))
      #expect(abs(estimate.pValue - one.p) < (estimate.isExact ? 1e-12 : 0.02))
    }
  }

  @Test("Spearman’s ρ and its exact p agree, ties included; a drawn p is near")
  func trends() throws {
    for (number, one) in golden.trends.enumerated() {
      let found = effects(one.values.map { .number($0) }, one.scores)
      let estimate = try #require(found.effects[0].estimate)
      #expect(found.effects[0].kind == .trend)
      #expect(abs(estimate.statistic - one.rho) < 1e-12)
      #expect(estimate.isExact == (number < 2))
      #expect(abs(estimate.pValue - one.p) < (estimate.isExact ? 1e-12 : 0.02))
      #expect(abs(try #require(found.correlations.withScore[0]) - one.pearson) < 1e-12)
    }
  }

  @Test("In a grid settings are interchanged within blocks only, and the exact p is that of all arrangements")
  func blocks() throws {
    let one = golden.blocks
    let trials = ParameterTrials(
      parameters: ["first", "second"],
      values: zip(one.first, one.second).map { [.text(ExactString($0)), .text(ExactString($1))] },
      scores: one.scores.map { $0 })
    let estimate = try #require(ParameterEffects(trials).effects[0].estimate)
    #expect(estimate.isWithinBlocks)
    #expect(estimate.arrangementCount == one.arrangements)
    #expect(abs(estimate.pValue - one.p) < 1e-12)
  }
}
