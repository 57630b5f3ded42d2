import Diagnostics
import FileFormats
import RunModel
import Testing

@testable import RunExchange

struct RunDocumentTests {
  @Test func everythingThatARunHoldsIsThere() throws {
    var run = Run(id: RunID(experiment: "digits", variant: "forest", run: "r"))
    run.timestamp = UTCTimestamp(microseconds: 1_700_000_000_000_000)
    run.status = .failed
    run.duration = 12.5
    run.error = "Traceback"
    run.notes = "# Why"
    run.parent = "digits/main/search"
    run.params = [
      "lr": .real(0.1), "layers": Scalar(.json, text: "[1, 2]"), "none": Scalar(.null, text: "null"),
    ]
    run.metrics = ["loss": .real(.nan)]
    run.histories["loss"] = [MetricPoint(step: 1, value: 0.5), MetricPoint(step: 2, value: .nan)]
    run.confusions["test"] = LoggedConfusion(labels: ["a", "b"], counts: [[1, 2], [3, 4]])
    run.dicts = ["d": ["k": .boolean(true)]]
    run.features = ["width"]
    run.tags = ["stage": "draft"]
    run.provenance = ["git commit": "0a"]
    run.artifacts = [Artifact(id: "x", filename: "x.png", kind: .png, content: .missing)]
    let root = try JSONReader.parse(Array(RunDocument(run).json().utf8), path: "").root
    #expect(root["schema_version"]?.number?.integer == 1)
    #expect(root["run"]?.string == "r" && root["variant"]?.string == "forest")
    #expect(root["timestamp"]?.string == "2023-11-14T22:13:20Z")
    #expect(root["status"]?.string == "failed" && root["error"]?.string == "Traceback")
    #expect(root["params"]?["layers"]?.array?.count == 2 && root["params"]?["none"]?.isNull == true)
    #expect(root["metrics"]?["loss"]?.string == "NaN")
    #expect(root["histories"]?["loss"]?.array?.map { $0["step"]?.number?.integer } == [1, 2])
    #expect(root["confusions"]?["test"]?["counts"]?.array?.last?.array?.last?.number?.integer == 4)
    #expect(root["dicts"]?["d"]?["k"]?.boolean == true)
    #expect(root["artifacts"]?.array?.first?["is_missing"]?.boolean == true)
    #expect(root["tags"]?["stage"]?.string == "draft" && root["provenance"]?["git commit"]?.string == "0a")
  }

  @Test func runsStandInOneDocumentWithTheirSource() throws {
    let runs = [Run(id: RunID(experiment: "a", run: "1")), Run(id: RunID(experiment: "b", run: "2"))]
    let text = RunsDocument(RunCollection(sourceName: "DVCLive logs", runs: runs)).json()
    let root = try JSONReader.parse(Array(text.utf8), path: "").root
    #expect(root["source"]?.string == "DVCLive logs")
    #expect(root["runs"]?.array?.map { $0["experiment"]?.string } == ["a", "b"])
  }
}
