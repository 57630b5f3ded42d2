import Diagnostics
import RunModel
import RunRegistry
import TestSupport
import Testing

@testable import AssayCommands

@Suite struct LogRunTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()
  private var registry: String { folder.path + "/registry" }

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func log(_ arguments: String...) async -> CommandSession.Result {
    await session.run(["log", registry, "--experiment", "digits"] + arguments)
  }

  private func run(_ path: String) throws -> Run {
    try Registry.run(at: path).run
  }

  @Test func aRunIsWrittenAndItsPathPrinted() async throws {
    let result = await log("--variant", "forest", "--param", "trees=200", "--metric", "accuracy=0.97")
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output == registry + "/digits/forest/\(CommandSession.now.runID)\n")
    let run = try run(String(result.output.dropLast()))
    #expect(run.params == ["trees": 200])
    #expect(run.metrics == ["accuracy": 0.97])
    #expect(run.timestamp == CommandSession.now)
    #expect(run.status == .completed)
  }

  @Test func valuesAreTyped() async throws {
    let result = await log(
      "--run", "a", "--param", "lr=0.10", "--param", "name=x", "--param", "deep=true", "--param", "id=007",
      "--metric", "loss=nan", "--feature", "width", "--feature", "-height", "--tag", "owner=me")
    #expect(result.exitCode == 0)
    let run = try run(registry + "/digits/main/a")
    #expect(
      run.params == [
        "lr": Scalar(.real, text: "0.10"), "name": "x", "deep": true, "id": .text("007"),
      ])
    #expect(run.metrics["loss"]?.number?.isNaN == true)
    #expect(run.features == ["width", "-height"])
    #expect(run.tags == ["owner": "me"])
  }

  @Test func stepsMakeAHistoryWhoseLastValueIsTheMetric() async throws {
    _ = await log("--run", "a", "--metric", "loss=0.3@2", "--metric", "loss=0.5@1")
    let run = try run(registry + "/digits/main/a")
    #expect(run.histories["loss"]?.map(\.step) == [1, 2])
    #expect(run.metrics["loss"]?.number == 0.3)
  }

  @Test func filesAreTakenIn() async throws {
    let dict = try folder.write(#"{"a": 0.50, "b": "x", "c": null, "d": NaN}"#, to: "recall.json")
    let notes = try folder.write("# Fine\n", to: "my notes.md")
    let text = try folder.write("hello", to: "log.txt")
    let image = try folder.write([0xFF, 0xD8, 0xFF], to: "photo.jpeg")
    let page = try folder.write("<p>", to: "page.html")
    let predictions = try folder.write("y_true,y_pred\na,a\n", to: "scores.csv")
    let result = await log(
      "--run", "a", "--dict", "recall=\(dict)", "--notes", notes, "--text", "output=\(text)", "--image",
      "photo=\(image)", "--artifact", "page=\(page)", "--predictions", predictions)
    #expect(result.errors.isEmpty)
    let run = try run(registry + "/digits/main/a")
    #expect(run.dicts["recall"]?["a"] == Scalar(.real, text: "0.50"))
    #expect(run.dicts["recall"]?["c"]?.kind == .null)
    #expect(run.dicts["recall"]?["d"]?.number?.isNaN == true)
    #expect(run.notes == "# Fine\n")
    #expect(run.artifacts.map(\.id) == ["output", "page", "photo", "predictions"])
    #expect(run.artifacts.map(\.kind) == [.binary, .html, .jpg, .binary])
    #expect(run.artifact("predictions")?.filename == "predictions.csv")
  }

  @Test(arguments: [
    ("a.csv.gz", "predictions.csv.gz"), ("b.JSONL", "predictions.jsonl"), ("c", "predictions"),
  ])
  func predictionsKeepTheirExtensionOnly(given: String, kept: String) async throws {
    let path = try folder.write("y_true,y_pred\na,a\n", to: given)
    _ = await log("--run", "a", "--predictions", path)
    #expect(try run(registry + "/digits/main/a").artifact("predictions")?.filename == kept)
  }

  @Test func anExistingRunIsAddedTo() async throws {
    _ = await log("--run", "a", "--param", "x=1", "--timestamp", "2026-03-02T09:10:07Z")
    let result = await log("--run", "a", "--param", "y=2")
    #expect(result.exitCode == 0)
    let run = try run(registry + "/digits/main/a")
    #expect(run.params == ["x": 1, "y": 2])
    #expect(run.timestamp?.iso == "2026-03-02T09:10:07Z")
  }

  @Test func overwriteReplacesARun() async throws {
    _ = await log("--run", "a", "--param", "x=1")
    _ = await log("--run", "a", "--param", "y=2", "--overwrite")
    #expect(try run(registry + "/digits/main/a").params == ["y": 2])
  }

  @Test func aFailedRunIsKeptWithItsError() async throws {
    _ = await log("--run", "a", "--error", "out of memory")
    let trace = try folder.write("line 1\nline 2\n", to: "trace.txt")
    _ = await log("--run", "b", "--error", trace, "--status", "interrupted")
    let first = try run(registry + "/digits/main/a")
    #expect(first.status == .failed)
    #expect(first.error == "out of memory")
    let second = try run(registry + "/digits/main/b")
    #expect(second.status == .interrupted)
    #expect(second.error == "line 1\nline 2\n")
  }

  @Test(arguments: [
    ["--param", "x"], ["--metric", "loss=high"], ["--timestamp", "yesterday"], ["--status", "fialed"],
    ["--overwrite"], ["--against", "x"],
  ])
  func wrongUsageIsRefusedWithCode64(arguments: [String]) async {
    let result = await session.run(["log", registry, "--experiment", "digits"] + arguments)
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    #expect(!session.fileSystem.exists(registry))
  }

  @Test func aNearStatusIsSuggested() async {
    let result = await log("--status", "fialed")
    #expect(result.errors.contains("Did you mean “failed”?"))
  }

  @Test(arguments: ["--predictions", "--notes", "--text=id", "--dict=id"])
  func aFileThatIsNotThereLeavesNoRun(option: String) async {
    let parts = option.split(separator: "=").map(String.init)
    let path = folder.path + "/none.csv"
    let result = await log("--run", "a", parts[0], parts.count == 2 ? "\(parts[1])=\(path)" : path)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("none.csv"))
    #expect(!session.fileSystem.exists(registry + "/digits/main/a/erm_metadata.json"))
  }

  @Test func aDictThatIsNoObjectOfScalarsIsRefusedWithItsPlace() async throws {
    let dict = try folder.write("{\"a\": [1]}", to: "d.json")
    let result = await log("--dict", "d=\(dict)")
    #expect(result.exitCode == 2)
    #expect(
      result.errors.contains("d.json:1:7: found an array; expected a number, a string, true, false or null"))
  }

  @Test func anIdThatLeavesTheRegistryIsRefused() async {
    let result = await session.run("log", registry, "--experiment", "../../etc")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("../../etc"))
  }
}
