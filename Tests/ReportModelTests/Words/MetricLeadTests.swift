import Evaluation
import Testing

@testable import ReportModel

struct MetricLeadTests {
  private func lead(_ own: [[Int]], _ other: [[Int]], on names: [String]) throws -> String {
    let lead = MetricLead(
      of: try Sample.predictions(own).evaluate(), over: try Sample.predictions(other).evaluate(), on: names)
    return "\(lead.words) it \(lead.basis)"
  }

  @Test func metricsAreCountedInTheirOwnDirection() throws {
    let names = ["accuracy", "hamming_loss"]
    #expect(try lead([[9, 1], [0, 0]], [[8, 2], [0, 0]], on: names) == "Ahead of it on 2 of 2 metrics")
    #expect(try lead([[8, 2], [0, 0]], [[9, 1], [0, 0]], on: names) == "Ahead of it on 0 of 2 metrics")
  }

  @Test func equalValuesAreLevel() throws {
    let names = ["accuracy", "hamming_loss"]
    #expect(try lead([[9, 1], [0, 0]], [[9, 1], [0, 0]], on: names) == "Level with it on all 2 metrics")
  }

  @Test func oneMetricIsNotCounted() throws {
    let basis = "on the one metric that both have"
    #expect(try lead([[9, 1], [0, 0]], [[9, 1], [0, 0]], on: ["accuracy"]) == "Level with it \(basis)")
    #expect(try lead([[8, 2], [0, 0]], [[9, 1], [0, 0]], on: ["accuracy"]) == "Behind it \(basis)")
  }

  @Test func whatOneOfBothDoesNotHaveIsNotCompared() throws {
    let evaluation = try Sample.predictions([[9, 1], [0, 0]]).evaluate()
    #expect(MetricLead(of: evaluation, over: evaluation, on: ["roc_auc", "no metric"]).compared == 0)
  }
}
