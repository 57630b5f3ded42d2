import Diagnostics
import FileFormats
import TestSupport
import Testing

@testable import AssayCommands

@Suite struct CompareRunsTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()
  private let old = Fixture.path("predictions/rivals-logistic.csv")
  private let new = Fixture.path("predictions/rivals-trees.csv")

  init() throws {
    folder = try TemporaryDirectory()
  }

  @Test func predictionFilesAreComparedAsJSON() async throws {
    let result = await session.run("compare", old, new, "--format", "json")
    #expect(result.exitCode == 0)
    let root = try JSONReader.parse(Array(result.output.utf8), path: "json").root
    let golden = try JSONReader.parse(try Fixture.bytes("predictions/rivals.golden.json"), path: "golden")
      .root
    #expect(root["schema_version"]?.number?.integer == 1)
    #expect(root["same_examples"]?.boolean == true)
    let candidate = try #require(root["candidates"]?.array?.first)
    let difference = try #require(candidate["differences"]?["accuracy"]?.number?.value)
    let expected = try #require(golden["accuracy_difference_b_minus_a"]?.number?.value)
    #expect(abs(difference - expected) < 1e-12)
    #expect(root["baseline"]?["metrics"]?["accuracy"]?.number?.value == golden["accuracy_a"]?.number?.value)
    #expect(candidate["rows"]?.number?.integer == 899)
    let comparison = try #require(candidate["comparison"])
    #expect(comparison["verdict"]?.string == "better")
    #expect(comparison["churn"]?["fixed"]?.number?.integer == 59)
    #expect(comparison["differences"]?["f1_macro"]?["method"]?.string == "paired_bootstrap")
    #expect(comparison["fixed"] == nil)
    let p = try #require(comparison["mcnemar"]?["p_value"]?.number?.value)
    #expect(abs(p - 4.47e-9) < 1e-11)
  }

  @Test func severalRunsAreCorrectedForTheirNumber() async throws {
    let copy = try folder.write(try Fixture.bytes("predictions/rivals-logistic.csv"), to: "same.csv")
    let result = await session.run("compare", old, new, copy, "--format", "json")
    let candidates = try #require(
      try JSONReader.parse(Array(result.output.utf8), path: "json").root["candidates"]?.array)
    let accuracy = try #require(candidates[0]["comparison"]?["differences"]?["accuracy"])
    let p = try #require(accuracy["p_value"]?.number?.value)
    #expect(accuracy["p_adjusted"]?.number?.value == 2 * p)
    #expect(candidates[1]["comparison"]?["verdict"]?.string == "no_difference")
  }

  @Test func aReviewGetsMarkdownWithTheBestInBold() async {
    let result = await session.run("compare", old, new, "--format", "markdown")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("| accuracy | 0.9010 | **0.9544** (+0.0534 [+0.0"))
    #expect(result.output.contains(" | **better** | +0.0534 [+0.0"))
    #expect(result.output.contains("] | 4.47"))
    #expect(result.output.contains(" | 59 | 11 | 799 | 30 | 4.47"))
    #expect(
      result.output.contains(
        "Paired on the same 899 examples; p by Holm is corrected for the number of metrics."))
    #expect(result.output.contains("| --- | ---: | ---: |\n"))
  }

  @Test func runsAreComparedOnAPage() async throws {
    let out = folder.path + "/c.html"
    let result = await session.run(
      "compare", Fixture.path("erm/breast-cancer/naive-bayes"),
      Fixture.path("erm/breast-cancer/naive-bayes/2026_03_10__10_00_00"), "--out", out)
    #expect(result.exitCode == 0)
    #expect(result.output == out + "\n")
    let page = String(decoding: try session.fileSystem.read(out, limit: 16 << 20), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("against"))
  }

  @Test func runsOfOtherExamplesAreSaidToBeSo() async throws {
    let other = Fixture.path("predictions/digits.csv")
    let result = await session.run("compare", old, other, "--format", "markdown")
    #expect(result.output.contains("not all evaluated on the same examples"))
    #expect(!result.output.contains("verdict"))
    #expect(result.errors.contains("expected the same ids with the same true labels"))
    let json = await session.run("compare", old, other, "--format", "json", "--strict")
    #expect(json.exitCode == 1)
    let root = try JSONReader.parse(Array(json.output.utf8), path: "json").root
    #expect(root["candidates"]?.array?.first?["comparison"]?.isNull == true)
    #expect(root["candidates"]?.array?.first?["reason"]?.string?.isEmpty == false)
  }

  @Test(arguments: [["full", "none"], ["none", "full"], ["ids", "full"], ["full", "ids"]])
  func theStrictestOfAllRunsDecidesWhatIsShownOfExamples(policies: [String]) async throws {
    var files: [String] = []
    for (number, policy) in policies.enumerated() {
      try folder.write("examples: \(policy)\n", to: "f\(number)/assay.yaml")
      files.append(
        try folder.write(
          "id,y_true,y_pred,text\nrow-1,a,\(number == 0 ? "b" : "a"),secret\nrow-2,b,b,other\n",
          to: "f\(number)/p.csv"))
    }
    let out = folder.path + "/c.html"
    let result = await session.run("compare", files[0], files[1], "--out", out)
    #expect(result.exitCode == 0, "\(result.errors)")
    let page = String(decoding: try session.fileSystem.read(out, limit: 16 << 20), as: UTF8.self)
    #expect(!page.contains("secret"))
    #expect(page.contains("row-1") == policies.contains("ids"))
    // What the user names for all runs goes for all runs.
    let given = await session.run(
      "compare", files[0], files[1], "--out", out, "--config", try folder.write("title: T\n", to: "own.yaml"))
    #expect(given.exitCode == 0, "\(given.errors)")
    #expect(
      String(decoding: try session.fileSystem.read(out, limit: 16 << 20), as: UTF8.self).contains("secret"))
  }

  @Test func aRunIsNotComparedWithItself() async {
    let result = await session.run("compare", old, old, "--format", "json")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("once more"))
  }

  @Test func thirteenRunsAreTooMany() async {
    let result = await session.run(["compare"] + Array(repeating: old, count: 13))
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("at most 12"))
  }

  @Test func oneRunIsTooFew() async {
    #expect(await session.run("compare", old).exitCode == 64)
  }
}
