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
  }

  @Test func aReviewGetsMarkdownWithTheBestInBold() async {
    let result = await session.run("compare", old, new, "--format", "markdown")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("| accuracy | 0.9010 | **0.9544** (+0.0534) |\n"))
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

  @Test func runsOfOtherExamplesAreSaidToBeSo() async {
    let other = Fixture.path("predictions/digits.csv")
    let result = await session.run("compare", old, other, "--format", "markdown")
    #expect(result.output.contains("not all evaluated on the same examples"))
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
