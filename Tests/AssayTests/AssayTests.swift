import Assay
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

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

  @Test func figuresOfAnEvaluationAreLoggedAsPicturesThatStandAlone() throws {
    let scratch = try TemporaryDirectory()
    let evaluation = try Predictions(
      labels: ["cat", "dog", "<b>"], truth: ["cat", "dog", "dog", "<b>"],
      probabilities: [[0.9, 0.1, 0], [0.6, 0.4, 0], [0.2, 0.8, 0], [0.1, 0.2, 0.7]]
    ).evaluate()
    var run = ExperimentRun(
      experiment: "pets", timestamp: UTCTimestamp(microseconds: 1_795_600_000_000_000))
    try run.logFigures(of: evaluation)
    let figures = EvaluationFigure.all(of: evaluation)
    #expect(Set(figures.map(\.id)).isSuperset(of: ["confusion-matrix", "recall"]))
    #expect(Set(figures.map(\.id)).count == figures.count)
    let saved = try Registry(path: scratch.path + "/registry").save(run)
    for figure in figures {
      let data = try Data(contentsOf: URL(filePath: "\(saved.path)/artifacts/\(figure.id).svg"))
      let parser = XMLParser(data: data)
      #expect(parser.parse(), "\(figure.id): \(parser.parserError.map { "\($0)" } ?? "")")
      #expect(String(decoding: data, as: UTF8.self).hasPrefix("<svg"))
      #expect(figure.summary.count > 10)
    }
  }

  @Test func runsOfAnotherToolAreTakenIntoARegistry() throws {
    let scratch = try TemporaryDirectory()
    let source = Fixture.path("foreign/lightning")
    let tool = try #require(ImportTool.recognised(at: source))
    let registry = Registry(path: scratch.path + "/registry")
    let intake = RunIntake(registry: registry)
    let now = UTCTimestamp(microseconds: 1_795_600_000_000_000)
    let runs = try tool.source(at: source).load()
    #expect(try intake.take(runs, createdAt: now).added.count == runs.runs.count)
    #expect(try intake.take(runs, createdAt: now).unchanged == runs.runs.count)
    #expect(try registry.load().runs.map(\.metrics) == runs.runs.map(\.metrics))
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
