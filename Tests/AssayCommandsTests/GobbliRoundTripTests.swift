import Diagnostics
import Experiments
import RunExchange
import RunModel
import TestSupport
import Testing

/// The folder of a classification experiment is what the importer of gobbli's folders reads.
@Suite struct GobbliRoundTripTests {
  @Test func anExperimentIsARunWithItsSettingsAndNoDigestsAmongThem() async throws {
    let scratch = try TemporaryDirectory()
    let dataset = ClassificationDataset(
      texts: (0..<40).map { "text \($0 % 7)" }, labels: (0..<40).map { $0 % 2 == 0 ? "a" : "b" })
    _ = try await ClassificationExperiment(
      dataset: dataset, trainer: MultinomialNaiveBayesTrainer(),
      parameterGrid: ParameterGrid(["alpha": [0.1, 1]]), name: "letters",
      folder: scratch.path + "/experiments"
    ).run(seed: 7)
    let path = scratch.path + "/experiments"
    #expect(ImportTool.recognised(at: path) == .gobbli)
    let collection = try ImportTool.gobbli.source(at: path).load()
    #expect(collection.diagnostics == [])
    #expect(collection.runs.count == 1)
    let run = try #require(collection.runs.first)
    #expect(run.id.run == "letters")
    #expect(
      run.params.keys.sorted() == [
        "batch_sizes.test", "batch_sizes.train", "batch_sizes.validation", "epochs", "len_X", "len_y",
        "model",
        "param_grid.alpha", "seed", "selection.direction", "selection.name", "selection.source", "split",
        "stratified",
      ])
    #expect(run.params["seed"]?.text == "7")
    #expect(run.params["len_X"] == 40)
    #expect(run.provenance["tool"] == "assay")
    #expect(run.provenance["dataset sha256"] == dataset.digest)
  }
}
