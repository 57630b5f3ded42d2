import Diagnostics
import RunModel
import Testing

@testable import RunExchange

struct RunNamingTests {
  @Test func namesBecomeIdsThatStayInAFolder() {
    #expect(RunNaming.id(from: "../my run/", or: "run") == "_/my run")
    #expect(RunNaming.id(from: "", or: "run") == "run")
    #expect(RunNaming.id(from: "a/./b\u{0}c", or: "run") == "a/_/bc")
    #expect(RunNaming.id(from: String(repeating: "é", count: 300), or: "run").text.utf8.count <= 200)
  }

  @Test func namesThatARegistryUsesItselfAreMarked() {
    #expect(RunNaming.id(from: ".assay-lock/a", or: "run") == "_.assay-lock/a")
    #expect(RunNaming.id(from: "a/.assay", or: "run") == "a/_.assay")
    for name in ["erm_metadata.json", ".erm_registry.json", ".erm_experiment.json", ".erm_variant.json"] {
      #expect(RunNaming.id(from: name, or: "run").text == "_" + name)
      #expect(RunNaming.id(from: name + "s", or: "run").text == name + "s")
    }
    #expect(
      RunNaming.id(from: ".assay" + String(repeating: "x", count: 300), or: "run").text.utf8.count == 200)
  }

  @Test func ofTwoRunsWithOneNameTheOlderKeepsIt() {
    var runs = [Int64](arrayLiteral: 30, 10, 20).map { seconds -> Run in
      var run = Run(id: RunID(experiment: "digits", run: "small"))
      run.timestamp = UTCTimestamp(microseconds: seconds * 1_000_000)
      run.provenance[SourceKey.run] = "id\(seconds)"
      return run
    }
    RunNaming.makeDistinct(&runs) { $0.provenance[SourceKey.run] ?? "" }
    #expect(runs.map(\.id.run) == ["small-id30", "small", "small-id20"])
  }
}
