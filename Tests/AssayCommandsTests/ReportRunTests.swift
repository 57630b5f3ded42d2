import Diagnostics
import TestSupport
import Testing

@testable import AssayCommands

@Suite struct ReportRunTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()
  private var out: String { folder.path + "/report.html" }

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func page() throws -> String {
    String(decoding: try session.fileSystem.read(out, limit: 16 << 20), as: UTF8.self)
  }

  @Test func aVariantMeansItsLatestRun() async throws {
    let result = await session.run("report", Fixture.path("erm/digits/forest"), "--out", out)
    #expect(result.exitCode == 0)
    #expect(result.output == out + "\n")
    let page = try page()
    #expect(page.contains("2026-03-04"))
    #expect(page.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func thePageLoadsNothing() async throws {
    _ = await session.run("report", Fixture.path("erm/digits/forest"), "--out", out)
    let page = try page()
    #expect(!page.contains("<link rel=\"stylesheet\""))
    #expect(!page.contains(" src=\"http"))
    #expect(page.contains("<style>"))
  }

  @Test func aPredictionFileIsARun() async throws {
    let result = await session.run("report", Fixture.path("predictions/tumour.csv"), "--out", out)
    #expect(result.exitCode == 0)
    #expect(try page().contains("tumour.csv"))
  }

  @Test func evaluateWritesTheSamePage() async throws {
    let path = Fixture.path("predictions/petals.csv")
    _ = await session.run("report", path, "--out", out)
    let printed = await session.run("evaluate", path, "--format", "html")
    #expect(printed.exitCode == 0)
    #expect(try page() == printed.output)
  }

  @Test func aPredictionFileThatCannotBeReadIsAFailure() async throws {
    let path = try folder.write("a,b\n1,2\n", to: "p.csv")
    let result = await session.run("report", path, "--out", out)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("p.csv"))
    #expect(!session.fileSystem.exists(out))
  }

  @Test func whatIsNoRunIsAFailure() async {
    let registry = await session.run("report", Fixture.path("erm"), "--out", out)
    #expect(registry.exitCode == 2)
    #expect(registry.errors.contains("a whole registry"))
    let missing = await session.run("report", folder.path + "/none", "--out", out)
    #expect(missing.exitCode == 2)
  }

  @Test func aConfigurationAboveTheRunKeepsTextsOffThePage() async throws {
    let predictions = try folder.write(
      "id,y_true,y_pred,text\nr1,a,b,private words\nr2,b,b,others\n", to: "p.csv")
    let registry = folder.path + "/site/registry"
    _ = await session.run(
      "log", registry, "--experiment", "e", "--run", "r", "--predictions", predictions)
    _ = await session.run("report", registry + "/e/main/r", "--out", out)
    #expect(try page().contains("private words"))
    try folder.write("examples: ids\n", to: "site/assay.yaml")
    let result = await session.run("report", registry + "/e/main/r", "--out", out)
    #expect(result.exitCode == 0)
    #expect(!(try page().contains("private words")))
    let file = registry + "/e/main/r/artifacts/predictions.csv"
    for command in [["report", file], ["evaluate", file, "--format", "html"]] {
      #expect(await session.run(command + ["--out", out]).exitCode == 0)
      #expect(!(try page().contains("private words")), "\(command)")
    }
  }

  @Test func aPageDoesNotSayWhereTheFileLay() async throws {
    let file = try folder.write("y_true,y_pred\na,b\nb,b\n", to: "deep/p.csv")
    _ = await session.run("report", file, "--out", out)
    #expect(try page().contains("p.csv"))
    #expect(!(try page().contains(folder.path)))
  }
}
