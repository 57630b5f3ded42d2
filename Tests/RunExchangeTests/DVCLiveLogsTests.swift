import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct DVCLiveLogsTests {
  private func load(_ files: [String: String]) throws -> RunCollection {
    try DVCLiveLogs(path: "/place", fileSystem: .inMemory(files)).load()
  }

  @Test func everyFolderIsARunWithWhatDVCLiveReads() throws {
    let read = try ReadBack(.dvclive)
    try read.check()
    #expect(read.diagnostics.isEmpty)
    #expect(ImportTool.recognised(at: Fixture.path("foreign/dvclive")) == .dvclive)
  }

  @Test func valuesThatAreNotFiniteAreNumbers() throws {
    let run = try ReadBack(.dvclive).run("wine-a")
    #expect(run.histories["grad norm"]?.map { "\($0.value)" } == ["nan", "inf", "2.5"])
    #expect(run.metrics["never finite"]?.number?.isNaN != false)
    #expect(run.params["model.hidden"]?.number != nil)
    #expect(try ReadBack(.dvclive).run("wine-c").params["note"]?.kind == .null)
  }

  @Test func curvesAndPicturesAreArtifactsAndTheMatrixIsCounted() throws {
    let run = try ReadBack(.dvclive).run("cancer")
    #expect(
      run.artifacts.map(\.id) == [
        "dvclive/plots/custom/by class.json", "dvclive/plots/images/sample.png",
        "dvclive/plots/sklearn/calibration.json", "dvclive/plots/sklearn/roc.json", "predictions.csv",
      ])
    #expect(run.confusions.keys.sorted() == ["cm"])
    #expect(run.confusions["cm"]?.labels == ["benign", "malignant"])
    #expect(run.artifacts[1].kind == .png)
  }

  @Test func aRunIsTheSameByItsFolderAndByTheLogsInIt() throws {
    let folder = Fixture.path("foreign/dvclive/wine-a")
    let runs = try [folder, folder + "/dvclive"].map { path -> Run in
      #expect(ImportTool.recognised(at: path) == .dvclive)
      return try ImportTool.dvclive.source(at: path).load().runs[0]
    }
    #expect(runs[0].id == RunID(experiment: "dvclive", run: "wine-a"))
    #expect(runs[0].metrics == runs[1].metrics && runs[0].params == runs[1].params)
    #expect(runs[0].artifacts == runs[1].artifacts && runs[0].provenance == runs[1].provenance)
  }

  @Test func aFolderOfAnotherNameIsOneIfItIsBuiltAlike() throws {
    let files = [
      "/place/results/metrics.json": #"{"acc": 0.5, "step": 3}"#,
      "/place/results/plots/metrics/a/b.tsv": "step\tb\n1\t2\n",
      "/place/other/metrics.json": #"{"acc": 1}"#,
    ]
    #expect(DVCLiveLogs.recognises("/place", in: .inMemory(files)))
    let run = try load(files).runs[0]
    #expect(run.id.description == "place/main/results")
    #expect(run.metrics.mapValues(\.text) == ["a/b": "2.0", "acc": "0.5"])
    #expect(!DVCLiveLogs.recognises("/place/other", in: .inMemory(files)))
    #expect(throws: SourceError.self) {
      try DVCLiveLogs(path: "/place/other", fileSystem: .inMemory(files)).load()
    }
  }

  @Test func ofARepositoryOnlyPredictionsLieBesideTheLogs() throws {
    let files = [
      "/place/.git/HEAD": "", "/place/dvclive/metrics.json": "{}", "/place/train.py": "",
      "/place/predictions.csv": "",
      "/place/src/a.py": "", "/place/dvclive/report.md": "",
    ]
    #expect(try load(files).runs[0].artifacts.map(\.id) == ["dvclive/report.md", "predictions.csv"])
  }

  @Test func theFieldsOfAMatrixAreWhatTheConfigurationCallsThem() throws {
    let yaml = """
      plots:
      - dvclive/plots/custom/seen.json:
          template: confusion_normalized
          x: truth
          y: said
      """
    let matrix =
      #"[{"truth": 10, "said": 9}, {"said": 10, "truth": 10}, {"truth": 9, "said": 9, "more": [1]}]"#
    let files = [
      "/place/dvclive/metrics.json": "{}", "/place/dvc.yaml": yaml,
      "/place/dvclive/plots/custom/seen.json": matrix,
      "/place/dvclive/plots/custom/unseen.json": matrix,
    ]
    let run = try load(files).runs[0]
    // Labels that are numbers are in the order of the numbers.
    #expect(
      run.confusions == [
        "seen": try #require(LoggedConfusion(labels: ["9", "10"], counts: [[1, 0], [1, 1]]))
      ])
    #expect(run.artifacts.map(\.id) == ["dvclive/plots/custom/unseen.json"])
  }

  @Test func aPlotMayNameItsFilesByItsFields() throws {
    let yaml = """
      plots:
        Confusion:
          template: confusion
          x:
            plots/custom/seen.json: truth
          y:
            plots/custom/seen.json: said
      """
    let files = [
      "/place/dvclive/metrics.json": "{}", "/place/dvclive/dvc.yaml": yaml,
      "/place/dvclive/plots/custom/seen.json": #"[{"truth": true, "said": "b"}]"#,
    ]
    #expect(try load(files).runs[0].confusions["seen"]?.labels == ["b", "true"])
    #expect(try load(files).runs[0].artifacts.isEmpty)
  }

  @Test func timestampsAreMillisecondsAndTheLastPointCounts() throws {
    let run = try load([
      "/place/dvclive/plots/metrics/loss.tsv":
        "timestamp\tstep\tloss\n1700000001000\t2\t5\n1700000000000\t1\t7\n"
    ]).runs[0]
    #expect(run.histories["loss"]?.map(\.timestamp?.iso) == ["2023-11-14T22:13:20Z", "2023-11-14T22:13:21Z"])
    #expect(run.metrics["loss"]?.number == 5)
  }

  @Test func badElementsOfAMatrixAreCountedWhereverTheyStand() throws {
    let row = #"{"actual": "a", "predicted": "b"}"#
    let collection = try load([
      "/place/dvclive/metrics.json": "{}",
      "/place/dvclive/plots/sklearn/cm.json":
        "[7, {\"actual\": [1], \"predicted\": \"a\"}, \(row), null, \(row)]",
      "/place/dvclive/plots/sklearn/roc.json": #"[{"fpr": 0, "tpr": 1}]"#,
      "/place/dvclive/plots/sklearn/none.json": "[7]",
      "/place/dvclive/dvc.yaml": "plots:\n- plots/sklearn/none.json:\n    template: confusion\n",
    ])
    let run = collection.runs[0]
    #expect(run.confusions.mapValues(\.counts) == ["cm": [[0, 2], [0, 0]]])
    #expect(
      collection.diagnostics.map { "\($0.place?.path ?? ""): \($0.found)" } == [
        "dvclive/plots/sklearn/cm.json: 3 examples without both labels",
        "dvclive/plots/sklearn/none.json: no examples with both labels",
      ])
  }

  @Test func aBrokenMatrixIsCountedUpToTheBreak() throws {
    let row = #"{"actual": "a", "predicted": "b"}"#
    let collection = try load([
      "/place/dvclive/metrics.json": "{",
      "/place/dvclive/plots/sklearn/cm.json": "[\(row), \n\(row), {\"actual\": 1}, \(row), {",
      "/place/dvclive/params.yaml": "a: [",
    ])
    #expect(collection.runs[0].confusions["cm"]?.counts == [[0, 3], [0, 0]])
    #expect(
      collection.diagnostics.map { "\($0.place?.path ?? "") \($0.kind.name)" } == [
        "dvclive/metrics.json import.invalid-json", "dvclive/params.yaml import.invalid-yaml",
        "dvclive/plots/sklearn/cm.json import.incomplete-example",
        "dvclive/plots/sklearn/cm.json import.broken-matrix",
      ])
  }

  @Test(arguments: [
    "metrics.json", "params.yaml", "plots/sklearn/cm.json", "plots/metrics/val/loss.tsv",
    "plots/metrics/grad norm.tsv",
  ])
  func damagedFilesNeverCrash(name: String) throws {
    let whole = try Fixture.bytes("foreign/dvclive/wine-a/dvclive/\(name)")
    let others = [
      "/place/a/dvclive/metrics.json": Array(#"{"acc": 1}"#.utf8),
      "/place/b/dvclive/metrics.json": Array("{}".utf8),
    ]
    ImportFuzz.damage(whole, as: "/place/b/dvclive/" + name, beside: others, seed: 76) { files in
      let runs = (try? DVCLiveLogs(path: "/place", fileSystem: files).load())?.runs ?? []
      #expect(runs.count == 2 && runs[0].metrics["acc"]?.number == 1)
      #expect(runs.allSatisfy { run in run.confusions.values.allSatisfy { $0.total <= 300 } })
    }
  }
}
