import Diagnostics
import TestSupport
import Testing

@testable import Experiments

@Suite struct MetricHistoryTests {
  private func history(_ files: [String: String]) -> MetricHistory {
    var tree: [String: [UInt8]] = ["run/x": []]
    for (name, text) in files { tree["run/" + name] = Array(text.utf8) }
    return MetricHistory(in: "run", fileSystem: .inMemory(bytes: tree))
  }

  @Test func linesOfJSONArePoints() {
    let found = history([
      "metrics.jsonl": "{\"step\": 1, \"loss\": 0.5}\n{\"step\": 2, \"loss\": NaN, \"note\": \"x\"}\nbroken\n"
    ])
    #expect(found.points.map(\.step) == [1, 2])
    #expect(found.points.first == .init(metric: "loss", step: 1, value: 0.5))
    #expect(found.points.last?.value.isNaN == true)
    #expect(found.warnings == ["metrics.jsonl, line 3 is no JSON object; it was passed over."])
  }

  @Test func warningsAreFewAndCountBlankLines() {
    let found = history([
      "metrics.jsonl": "\n\nbad\n{\"loss\": 1}\n" + String(repeating: "bad\n", count: 3000)
    ])
    #expect(found.warnings.first == "metrics.jsonl, line 3 is no JSON object; it was passed over.")
    #expect(found.warnings.count == 21 && found.warnings.last == "2981 more lines are no JSON objects.")
    #expect(found.points == [.init(metric: "loss", step: 1, value: 1)])
  }

  @Test func aTableIsPointsToo() {
    let found = history(["metrics.csv": "epoch,loss,acc\n5,0.5,0.9\n6,,0.91\n"])
    #expect(
      found.points == [
        .init(metric: "loss", step: 5, value: 0.5), .init(metric: "acc", step: 5, value: 0.9),
        .init(metric: "acc", step: 6, value: 0.91),
      ])
    #expect(history(["metrics.csv": "loss\n1\n2\n"]).points.map(\.step) == [0, 1])
  }

  @Test func whatCannotBeReadIsAWarning() {
    #expect(history([:]).warnings == [] && history([:]).points == [])
    #expect(history(["metrics.csv": "a,b\n\"1,2\n"]).warnings.count == 1)
    #expect(
      history(["metrics.jsonl": "{\"step\": 1e300, \"loss\": 1}"]).points == [
        .init(metric: "loss", step: 0, value: 1)
      ])
  }

  @Test func noBytesMakeTheReaderFail() {
    var generator = SeededGenerator(seed: 8)
    let bytes = Array("{}\"step:1,.eN\n\r,\\".utf8)
    for _ in 0..<FuzzDose.rounds(default: 200) {
      let content = (0..<80).map { _ in bytes.randomElement(using: &generator) ?? 0 }
      let files: FileSystem = .inMemory(bytes: ["run/metrics.csv": content, "run/metrics.jsonl": content])
      #expect(MetricHistory(in: "run", fileSystem: files).warnings.count <= 30)
    }
  }
}
