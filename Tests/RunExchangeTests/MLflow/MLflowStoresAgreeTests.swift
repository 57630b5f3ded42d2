import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import RunExchange

/// The same ten runs were logged to a file store and to a database.
struct MLflowStoresAgreeTests {
  private func load(_ name: String) throws -> RunCollection {
    try ImportTool.mlflow.source(at: Fixture.path("foreign/mlflow/" + name)).load()
  }

  @Test func bothStoresGiveTheSameRunsApartFromExperimentIds() throws {
    let files = try load("mlruns")
    let database = try load("mlflow.db")
    #expect(files.runs.map(\.id) == database.runs.map(\.id))
    #expect(files.emptyExperiments == database.emptyExperiments)
    for (left, right) in zip(files.runs, database.runs) {
      #expect(comparable(left) == comparable(right), "\(left.id)")
      #expect(left.artifacts.map(\.id) == right.artifacts.map(\.id))
      for (one, other) in zip(left.artifacts, right.artifacts) {
        #expect(try bytes(one) == bytes(other), "\(left.id) \(one.id)")
      }
    }
  }

  /// The run without what may differ: places, the experiment's id, and NaN, which equals nothing, as text.
  private func comparable(_ run: Run) -> Run {
    var run = run
    run.provenance["experiment id"] = nil
    run.folder = nil
    run.artifacts = []
    for (name, points) in run.histories {
      run.unknownFields[name] = "\(points)"
      run.histories[name] = nil
    }
    return run
  }

  private func bytes(_ artifact: Artifact) throws -> [UInt8] {
    guard case .file(let path) = artifact.content else { return [] }
    return try FileSystem.disk.read(path, limit: 1 << 24)
  }

  @Test func theDatabaseCountsWhereBothAreInOneFolder() throws {
    let both = try load("")
    #expect(both.runs.map(comparable) == (try load("mlflow.db")).runs.map(comparable))
    #expect(both.runs.allSatisfy { $0.provenance["experiment id"].map { ["1", "2"].contains($0) } == true })
    #expect(both.diagnostics.map(\.kind.name) == ["import.passed-over"])
    #expect(both.diagnostics.first?.place?.path == "mlruns")
    #expect(both.diagnostics.first?.severity == .note)
  }

  @Test func runsAreWhatTheSamplesSay() throws {
    let runs = try load("mlruns").runs
    #expect(
      runs.map(\.id.description) == [
        "cancer screening/main/baseline", "cancer screening/main/child-0", "cancer screening/main/child-1",
        "cancer screening/main/search", "cancer screening/main/still running", "digits-mlp/main/deep",
        "digits-mlp/main/diverged", "digits-mlp/main/small", "digits-mlp/main/wide",
      ])
    let child = try #require(runs.first { $0.id.run == "child-0" })
    #expect(child.parent == "cancer screening/main/search")
    let small = try #require(runs.first { $0.id.run == "small" })
    #expect(small.metrics["out of order"]?.number == 0.75)
    #expect(small.histories["out of order"]?.map(\.step) == [3, 5, 5])
    #expect(small.histories["grad_norm"]?.map { "\($0.value)" } == ["nan", "1.25", "inf", "-inf"])
    #expect(small.histories["accuracy"] == nil)
    #expect(small.params["comment"]?.text.contains("\n") == true)
    #expect(small.provenance["program"] == "train.py")
    #expect(small.provenance["git branch"] == "main")
    #expect(small.artifact("predictions.csv") != nil)
    #expect(small.artifact("plots/confidence.png")?.kind == .png)
    #expect(small.notes?.contains("hidden layer") == true)
    #expect(runs.first { $0.id.run == "diverged" }?.histories["train/loss"]?.count == 12)
  }

  @Test func aFolderWithEitherStoreIsRecognisedAndOthersAreNot() throws {
    for name in ["", "/mlruns", "/mlflow.db"] {
      #expect(ImportTool.recognised(at: Fixture.path("foreign/mlflow" + name)) == .mlflow)
    }
    for name in ["predictions", "foreign/mlflow/mlartifacts", "foreign/mlflow/mlruns.golden.json"] {
      #expect(!MLflowImporter.recognises(Fixture.path(name), in: .disk), "\(name)")
    }
    let registry = FileSystem.inMemory([
      "/r/.erm_registry.json": "{}",
      "/r/mlruns/1/meta.yaml": "experiment_id: '1'\nlifecycle_stage: active\nname: a\n",
    ])
    #expect(!MLflowImporter.recognises("/r", in: registry))
    #expect(MLflowImporter.recognises("/r/mlruns", in: registry))
  }
}
