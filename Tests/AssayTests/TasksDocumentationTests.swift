import Assay
import Foundation
import TestSupport
import Testing

/// The example of `docs/tasks.md`, as a program that imports `Assay` and nothing else of the package.
@Suite struct TasksDocumentationTests {
  @Test func theExampleOfTheDocumentationWorks() async throws {
    let scratch = try TemporaryDirectory()
    let folder = scratch.path
    let words = ["fine", "lovely", "good", "dull", "awful", "bad"]
    let texts = (0..<60).map { "a \(words[$0 % 6]) film, said \($0 % 7) of us" }
    let labels = (0..<60).map { ExactString($0 % 6 < 3 ? "praise" : "blame") }
    let train = ClassificationDataset(texts: texts, labels: labels)
    let test = ClassificationDataset(
      ids: ["n1", "n2"], texts: ["a good film", "an awful film"], labels: ["praise", "blame"])
    try scratch.write("// how it was made\n", to: "reviews.swift")

    let experiment = try Experiment(folder + "/experiments-output")
      .setSourceCodeFilePath(folder + "/reviews.swift")
      .setExperimenter("ada")
      .build()

    let task = EvaluationCrossValidationTask(
      train: train, test: test, trainer: MultinomialNaiveBayesTrainer(),
      trainerParameters: ["alpha": 0.5], folds: .stratified(count: 3, shuffle: true),
      positive: "praise", thresholdSelection: .metric("f1"))
    let execution = await experiment.execute(task)
    for problem in execution.diagnostics { print(problem) }
    let result = try execution.result.get()

    try result.save(
      to: Registry(path: folder + "/registry"), experiment: "reviews",
      timestamp: execution.record.started, parameters: task.parameters)

    #expect(execution.diagnostics == [])
    #expect(result.positive == "praise")
    #expect(result.summary?.spread(of: "validation_accuracy", at: result.threshold ?? 0)?.mean == 1)
    let registry = Registry(path: folder + "/registry")
    #expect(
      try registry.load().runs.map(\.id.variant)
        == ["cross-validation", "split-0", "split-1", "split-2", "test-data"])
    let build = SiteBuild(
      source: registry, root: registry.path,
      configuration: ReportConfiguration(title: "Reviews"),
      options: SiteBuildOptions(out: folder + "/public"))
    let site = try await build.run()
    #expect(site.runCount == 5)
    #expect(site.diagnostics.filter { $0.severity > .note } == [])
    let run = execution.record.started.runID
    let pages = FileManager.default.enumerator(atPath: folder + "/public")?.compactMap { $0 as? String } ?? []
    let page = try #require(
      pages.first { $0.contains("cross-validation") && $0.contains(run) && $0.hasSuffix(".html") })
    let text = try String(contentsOfFile: folder + "/public/" + page, encoding: .utf8)
    #expect(text.contains("Folds"))
    #expect(text.contains("cv_splits_threshold_metrics_summary.csv"))
    #expect(pages.contains { $0.contains("split-1") && $0.hasSuffix(".html") })
  }

  @Test func theExampleIsTheOneInTheDocumentation() throws {
    let article = try String(
      contentsOfFile: Fixture.packageFolder + "/docs/tasks.md", encoding: .utf8)
    let parts = article.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("swift\n") })
    let test = try String(contentsOfFile: #filePath, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
      .joined(separator: "\n")
    #expect(test.contains(example.dropFirst("swift\n".count)))
  }
}
