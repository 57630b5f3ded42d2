import Diagnostics
import RunModel
import RunRegistry
import TestSupport
import Testing

/// What is written is read back, whatever it is.
struct RoundTripTests {
  @Test func everyFieldComesBack() throws {
    var run = Run(id: RunID(experiment: "team/digits", variant: "deep/wide", run: "sweep/1"))
    run.timestamp = UTCTimestamp("2026-03-02T09:10:07.000001")
    run.status = .failed
    run.params = [
      "text": "a", "number text": "0.10", "integer": 3, "real": Scalar(.real, text: "1e-07"), "true": true,
      "null": Scalar(.null, text: "null"), "list": Scalar(.json, text: #"[1, {"a": 0.50}]"#), "": "",
      "caf\u{E9}": "1", "cafe\u{301}": "2", "text null": "null", "text list": "[1]", "text NaN": "NaN",
    ]
    run.metrics = ["nan": .real(.nan), "inf": .real(.infinity), "-inf": .real(-.infinity), "text": "nan"]
    run.histories = [
      "nan": [
        MetricPoint(step: 1, timestamp: UTCTimestamp(microseconds: 5), value: 0.1), MetricPoint(value: .nan),
        MetricPoint(step: -2, value: -.infinity),
      ]
    ]
    run.dicts = ["empty": [:], "a b": ["k": 1, "list": Scalar(.json, text: "[]"), "nan": .real(.nan)]]
    run.features = ["x", "y", "x"]
    run.tags = ["owner": "somebody", "": "\u{202E}"]
    run.notes = "# Notes\n\u{0}"
    run.provenance = ["commit": "abc"]
    run.error = "Traceback\n  line 2"
    run.duration = 12.5
    run.parent = "digits/main/0"
    run.unknownFields = ["ext": #"{"b": [1.50, null], "a": "x"}"#, "zero": "0"]
    run.artifacts = [
      Artifact(
        id: "a", filename: "sub/a.bin", kind: .html, mediaType: "text/html", content: .bytes([1, 2, 3])),
      Artifact(id: "b \"q\"", filename: "\u{E9}", kind: .jpg, content: .bytes([])),
    ]
    let registry = registry([:])
    let saved = try registry.save(ExperimentRun(run))
    let loaded = try registry.load()
    #expect(loaded.diagnostics == [])
    var back = try #require(loaded.runs.first)
    #expect(back.folder == saved.path)
    #expect(
      back.artifacts.map(\.content) == [
        .file(saved.path + "/artifacts/sub/a.bin"), .file(saved.path + "/artifacts/\u{E9}"),
      ])
    #expect(try registry.fileSystem.read(saved.path + "/artifacts/sub/a.bin", limit: 9) == [1, 2, 3])
    back.folder = nil
    back.artifacts = run.artifacts
    #expect(back.histories["nan"]?.map(\.value.description) == ["0.1", "nan", "-inf"])
    // NaN equals nothing; it was compared above.
    run.histories["nan"]?[1].value = 0
    back.histories["nan"]?[1].value = 0
    #expect(back == run)
  }

  @Test func savingWhatWasReadGivesTheSameBytes() throws {
    let scratch = try TemporaryDirectory()
    let source = try Registry(path: Fixture.path("erm")).load()
    let registry = Registry(path: scratch.path + "/registry")
    for run in source.runs {
      _ = try registry.save(ExperimentRun(run))
      let first = try registry.run(run.id).run
      let path = registry.path(of: run.id) + "/erm_metadata.json"
      let bytes = try registry.fileSystem.read(path, limit: 1 << 20)
      _ = try registry.save(ExperimentRun(first), overwrite: true)
      #expect(try registry.fileSystem.read(path, limit: 1 << 20) == bytes)
      #expect(first.params == run.params && first.metrics == run.metrics && first.dicts == run.dicts)
      #expect(first.notes == run.notes)
    }
  }

  @Test func notesThatAreAnArtifactAreNotWrittenTwice() throws {
    let registry = registry([:])
    var draft = ExperimentRun(experiment: "e", run: "r", timestamp: UTCTimestamp(microseconds: 0))
    draft.logText("notes.md", "one")
    let saved = try registry.save(draft)
    var more = try registry.draft(continuing: saved.id)
    more.logText("notes.md", "two")
    _ = try registry.save(more)
    #expect(try registry.run(saved.id).run.notes == "two")
    more.run.notes = "three"
    _ = try registry.save(more)
    #expect(try registry.run(saved.id).run.notes == "three")
    #expect(try registry.run(saved.id).run.artifacts.count == 1)
  }

  @Test func aCopyOfTheTypesThatNoLongerFitsIsIgnored() throws {
    let text = record(
      params: #"{"a": 2, "b": "x", "c": "[1]", "d": "nan"}"#,
      more: #", "assay": {"schema_version": 1, "params": {"a": 1.5, "b": null, "c": [2], "d": "NaN"}}"#)
    let run = try #require(try registry(["e/v/r/erm_metadata.json": text]).load().runs.first)
    #expect(
      run.params == ["a": .integer(2), "b": .text("x"), "c": .text("[1]"), "d": Scalar(.real, text: "nan")])
  }
}
