import Assay
import Diagnostics
import Experiments
import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

@Suite("The example of docs/experiments.md")
struct ClassificationExperimentExampleTests {
  @Test("It runs, and runs again to the same result")
  func example() async throws {
    let folder = try TemporaryDirectory()
    let topics = [("libs", "library for reading images"), ("devel", "compiler for a small language")]
    let dataset = ClassificationDataset(
      texts: (0..<60).map { "\(topics[$0 % 2].1) \($0 % 7)" },
      labels: (0..<60).map { ExactString(topics[$0 % 2].0) })
    let now = UTCTimestamp(microseconds: 1_700_000_000_000_000)

    let experiment = try ClassificationExperiment(
      dataset: dataset,
      trainer: MultinomialNaiveBayesTrainer(),
      parameterGrid: ParameterGrid(["alpha": [0.01, 0.1, 1], "ngram_max": [1, 2]]),
      name: "sections",
      folder: folder.path + "/experiments",
      concurrency: 2,
      selection: .metric(named: "f1_macro"),
      runs: RunDestination(registry: Registry(path: folder.path + "/registry"), timestamp: now))
    let results = try await experiment.run(split: [0.7, 0.1, 0.2], seed: 1, stratified: true)

    #expect(results.metricsReport().hasPrefix("Metrics:\n--------\nWeighted F1 Score: 1.0\n"))
    #expect(results.errorsReport(k: 3).hasPrefix("Errors Report\n"))
    try results.checkpoint(copyingTo: folder.path + "/best-model.json")
    let model = try MultinomialNaiveBayesModel(checkpointAt: folder.path + "/best-model.json")
    #expect(model.probabilities(of: results.testPart) == results.probabilities)
    #expect(try Registry(path: folder.path + "/registry").load().runs.count == 7)

    // The trials are on the page as the search that they were.
    let registry = Registry(path: folder.path + "/registry")
    let site = try await SiteBuild(
      source: registry, root: registry.path, configuration: ReportConfiguration(title: "Sections"),
      options: SiteBuildOptions(out: folder.path + "/public")
    ).run()
    #expect(site.diagnostics.filter { $0.severity > .note } == [])
    let pages =
      FileManager.default.enumerator(atPath: folder.path + "/public")?.compactMap { $0 as? String } ?? []
    let texts = try pages.filter { $0.hasSuffix(".html") }.map {
      try String(contentsOfFile: folder.path + "/public/" + $0, encoding: .utf8)
    }
    #expect(texts.contains { $0.contains("id=\"metric-over-trials\"") && $0.contains("valid_f1_macro") })

    let again = try ClassificationExperiment(
      metadataAt: experiment.metadataPath, dataset: dataset, trainer: MultinomialNaiveBayesTrainer(),
      name: "sections-again", folder: folder.path + "/experiments")
    #expect(try await again.run().probabilities == results.probabilities)
  }
}
