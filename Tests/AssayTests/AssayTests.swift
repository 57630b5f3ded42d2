import Assay
import Foundation
import TestSupport
import Testing

/// What a Swift program can do that imports `Assay` and nothing else of the package.
@Suite struct AssayTests {
  @Test func theExampleOfTheDocumentationWorks() async throws {
    let scratch = try TemporaryDirectory()
    let folder = scratch.path
    let startedAt = UTCTimestamp(microseconds: 1_795_600_000_000_000)

    let predictions = try Predictions(
      labels: ["cat", "dog"], truth: ["cat", "dog", "dog"],
      probabilities: [[0.9, 0.1], [0.6, 0.4], [0.2, 0.8]])
    let evaluation = predictions.evaluate()

    var draft = ExperimentRun(experiment: "pets", variant: "forest", timestamp: startedAt)
    draft.logParam("trees", 200)
    if let accuracy = evaluation["accuracy"]?.number { draft.logMetric("accuracy", .real(accuracy)) }
    draft.logText("remarks", "One dog was taken for a cat.")

    let registry = Registry(path: folder + "/registry")
    let saved = try registry.save(draft)

    let build = SiteBuild(
      source: registry, root: registry.path, configuration: ReportConfiguration(title: "Pets"),
      options: SiteBuildOptions(out: folder + "/public"))
    let result = try await build.run()

    #expect(evaluation["accuracy"] == .value(2.0 / 3))
    #expect(saved.path == folder + "/registry/pets/forest/\(startedAt.runID)")
    #expect(result.runCount == 1)
    #expect(result.diagnostics.filter { $0.severity > .note } == [])
    let page = try String(contentsOfFile: folder + "/public/index.html", encoding: .utf8)
    #expect(page.contains("Pets"))
  }

  @Test func theExampleIsTheOneInTheDocumentation() throws {
    let article = try String(
      contentsOfFile: Fixture.packageFolder + "/Sources/Assay/Assay.docc/Assay.md", encoding: .utf8)
    let parts = article.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("swift\n") })
    let test = try String(contentsOfFile: #filePath, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
      .joined(separator: "\n")
    #expect(test.contains(example.dropFirst("swift\n".count)))
  }
}
