import FileFormats
import Foundation
import TestSupport
import Testing

@testable import AssayCommands

/// `assay evaluate A --against B` against what SciPy, NumPy and an independent DeLong say of the same files.
@Suite struct PairedGoldenTests {
  private func comparison(_ candidate: String, against baseline: String) async throws -> JSONValue {
    let result = await CommandSession().run(
      "evaluate", Fixture.path("predictions/\(candidate).csv"), "--against",
      Fixture.path("predictions/\(baseline).csv"), "--format", "json")
    #expect(result.exitCode == 0)
    let json = try JSONReader.parse(Array(result.output.utf8), path: "json").root
    return try #require(json["comparison"])
  }

  private func golden(_ name: String) throws -> JSONValue {
    try JSONReader.parse(try Fixture.bytes("predictions/\(name).golden.json"), path: name).root
  }

  private func isNear(_ left: JSONValue?, _ right: JSONValue?, _ tolerance: Double = 1e-9) -> Bool {
    guard let left = left?.number?.value, let right = right?.number?.value else { return false }
    return abs(left - right) <= tolerance * max(abs(left), abs(right))
  }

  @Test(arguments: [
    ("rivals", "rivals-logistic", "rivals-trees"), ("screening", "screening-logistic", "screening-bayes"),
  ])
  func countsAndTheExactTestAgree(name: String, baseline: String, candidate: String) async throws {
    let golden = try golden(name)
    let ours = try await comparison(candidate, against: baseline)
    #expect(isNear(ours["n"], golden["rows"]))
    for (key, theirs) in [
      ("both_right", "both_right"), ("fixed", "only_b_right"), ("broken", "only_a_right"),
      ("both_wrong", "both_wrong"),
    ] {
      #expect(ours["churn"]?[key]?.number?.integer == golden[theirs]?.number?.integer, "\(key)")
    }
    #expect(isNear(ours["mcnemar"]?["p_value"], golden["mcnemar"]?["exact_p"]))
    #expect(ours["mcnemar"]?["b"]?.number?.integer == golden["only_a_right"]?.number?.integer)
    #expect(isNear(ours["accuracy_difference"]?["value"], golden["accuracy_difference_b_minus_a"]))
    #expect(ours["fixed"]?.array?.count == golden["only_b_right"]?.number?.integer.map { Int($0) })
  }

  /// Another generator lands within a few standard deviations of twenty other seeds, or a row away.
  @Test(arguments: [
    ("rivals", "rivals-logistic", "rivals-trees"), ("screening", "screening-logistic", "screening-bayes"),
  ])
  func theBootstrapEndsWhereOthersDo(name: String, baseline: String, candidate: String) async throws {
    let golden = try golden(name)
    let ours = try await comparison(candidate, against: baseline)["accuracy_difference"]
    let others = try #require(golden["bootstrap"]?["ends_over_20_other_seeds"])
    let row = 1 / (golden["rows"]?.number?.value ?? 1)
    for (place, key) in ["low", "high"].enumerated() {
      let end = try #require(ours?[key]?.number?.value)
      let mean = try #require(others["mean"]?.array?[place].number?.value)
      let deviation = try #require(others["sd"]?.array?[place].number?.value)
      #expect(abs(end - mean) <= max(4 * deviation, row * 1.001), "\(key) \(end) \(mean)")
    }
  }

  @Test func deLongAgrees() async throws {
    let golden = try #require(try golden("screening")["delong"])
    let ours = try await comparison("screening-bayes", against: "screening-logistic")
    let area = try #require(ours["differences"]?["roc_auc"])
    #expect(isNear(area["value"], golden["difference_b_minus_a"], 1e-9))
    #expect(isNear(area["p_value"], golden["p_two_sided"]))
    #expect(isNear(area["low"], golden["ci95_difference"]?.array?[0]))
    #expect(isNear(area["high"], golden["ci95_difference"]?.array?[1]))
    #expect(area["method"]?.string == "delong_paired")
  }

  @Test func theVerdictComesFromTheIntervalOfTheDecidingMetric() async throws {
    #expect(
      try await comparison("rivals-trees", against: "rivals-logistic")["verdict"]?.string == "better")
    #expect(try await comparison("rivals-logistic", against: "rivals-trees")["verdict"]?.string == "worse")
    let screening = try await comparison("screening-bayes", against: "screening-logistic")
    #expect(screening["verdict"]?.string == "no_difference")
  }

  @Test func filesAboutOtherExamplesAreRefusedWithTheReason() async {
    let result = await CommandSession().run(
      "evaluate", Fixture.path("predictions/rivals-trees.csv"), "--against",
      Fixture.path("predictions/digits.csv"))
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("against"))
    #expect(result.errors.contains("expected the same ids with the same true labels"))
  }

  @Test func theTextSaysTheVerdictTheChurnAndEveryDifference() async {
    let result = await CommandSession().run(
      "evaluate", Fixture.path("predictions/rivals-trees.csv"), "--against",
      Fixture.path("predictions/rivals-logistic.csv"), "--errors", "0")
    #expect(result.output.contains("against the baseline, the same 899 rows: better (accuracy)"))
    #expect(result.output.contains("59 fixed, 11 broken, 799 right in both, 30 wrong in both"))
    #expect(result.output.contains("f1_macro"))
  }
}
