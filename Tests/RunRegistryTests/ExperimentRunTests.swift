import Diagnostics
import RunModel
import RunRegistry
import Testing

struct ExperimentRunTests {
  @Test func theExampleOfTheDocumentation() throws {
    var draft = try draft()
    draft.logParams(["trees": 200, "criterion": "gini", "bootstrap": true])
    for (epoch, loss) in [0.9, 0.5, 0.25].enumerated() { draft.logMetric("loss", loss, step: epoch) }
    draft.logText("remarks", "Slow, but sure.")
    draft.logArtifact("predictions", path: "out/predictions.csv")

    #expect(draft.run.id.description == "digits/main/2026_03_02__09_10_07")
    #expect(
      draft.run.params == ["trees": .integer(200), "criterion": .text("gini"), "bootstrap": .boolean(true)])
    #expect(draft.run.metrics == ["loss": .real(0.25)])
    #expect(draft.run.histories["loss"]?.map(\.value) == [0.9, 0.5, 0.25])
    #expect(draft.run.artifacts.map(\.filename) == ["predictions.csv", "remarks"])
    #expect(
      draft.run.artifacts.map(\.content) == [
        .file("out/predictions.csv"), .bytes(Array("Slow, but sure.".utf8)),
      ])
  }

  @Test func aMetricIsTheLastPointByStepAndThenByTime() throws {
    var draft = try draft()
    draft.logMetric("f1", 0.5, step: 5)
    draft.logMetric("f1", 0.3, step: 3)
    #expect(draft.run.metrics["f1"] == .real(0.5))
    draft.logMetric("f1", 0.6, step: 5, timestamp: UTCTimestamp(microseconds: 20))
    draft.logMetric("f1", 0.55, step: 5, timestamp: UTCTimestamp(microseconds: 10))
    #expect(draft.run.metrics["f1"] == .real(0.6))
    #expect(draft.run.histories["f1"]?.map(\.value) == [0.3, 0.5, 0.55, 0.6])
  }

  @Test func ofPointsAtTheSameStepTheOneLoggedLastCounts() throws {
    var draft = try draft()
    draft.logMetric("f1", 0.5, step: 5)
    draft.logMetric("f1", 0.7, step: 5)
    #expect(draft.run.metrics["f1"] == .real(0.7))
    #expect(draft.run.histories["f1"]?.map(\.value) == [0.5, 0.7])
  }

  @Test func aMetricWithoutAStepReplacesItsHistory() throws {
    var draft = try draft()
    draft.logMetric("f1", 0.5, step: 1)
    draft.logMetric("f1", 0.9)
    #expect(draft.run.metrics["f1"] == .real(0.9))
    #expect(draft.run.histories.isEmpty)
  }

  @Test func namesThatDifferOnlyInNormalisationAreKeptApart() throws {
    var draft = try draft()
    draft.logParams(["caf\u{E9}": 1, "cafe\u{301}": 2])
    #expect(draft.run.params.count == 2)
  }

  @Test func dictsAreMergedAndFeaturesAddedOnce() throws {
    var draft = try draft()
    draft.logDict("recall", ["a": 0.5, "b": 0.6])
    draft.logDict("recall", ["b": 0.7, "c": 0.8])
    #expect(draft.run.dicts == ["recall": ["a": .real(0.5), "b": .real(0.7), "c": .real(0.8)]])
    draft.logFeatures(["x", "y"])
    draft.logFeatures(["y", "z"])
    #expect(draft.run.features == ["x", "y", "z"])
  }

  @Test func anArtifactOfTheSameIdIsReplaced() throws {
    var draft = try draft()
    draft.logText("b", "one")
    draft.logText("a", "two")
    draft.logText("b", "three", filename: "b.txt")
    #expect(draft.run.artifacts.map(\.id) == ["a", "b"])
    #expect(draft.run.artifacts.last?.content == .bytes(Array("three".utf8)))
  }

  @Test func imagesAreToldApartByBytesAndByName() throws {
    var draft = try draft()
    draft.logImage("a", bytes: [0xFF, 0xD8, 0xFF, 0xE0])
    draft.logImage("b", bytes: [0x89, 0x50])
    draft.logImage("c", path: "x/photo.JPEG")
    draft.logImage("d", path: "x/plot.png")
    #expect(draft.run.artifacts.map(\.kind) == [.jpg, .png, .jpg, .png])
  }

  private func draft() throws -> ExperimentRun {
    ExperimentRun(experiment: "digits", timestamp: try #require(UTCTimestamp("2026-03-02T09:10:07")))
  }
}
