import Diagnostics
import FileFormats
import RunModel
import Testing

@testable import RunExchange

struct ModelIndexTests {
  private func entry(_ run: ExactString, _ metrics: [(String, Double)]) -> ModelIndex.Entry {
    ModelIndex.Entry(
      run: Run(id: RunID(experiment: "digits: \"a\"", variant: "forest", run: run)),
      metrics: metrics.map { (name: $0.0, value: $0.1) }, task: "tabular-classification")
  }

  @Test func itIsTheYAMLThatModelCardsHave() {
    let index = ModelIndex([entry("r", [("accuracy", 0.97), ("loss", 1e-7)])])
    #expect(
      index.yaml == """
        model-index:
        - name: "digits: \\"a\\"/forest/r"
          results:
          - task:
              type: "tabular-classification"
              name: "Classification"
            dataset:
              type: "digits: \\"a\\""
              name: "digits: \\"a\\""
            metrics:
            - type: "accuracy"
              value: 0.97
              name: "accuracy"
            - type: "loss"
              value: 1.0e-07
              name: "loss"

        """)
  }

  @Test func aYAMLReaderFindsEveryFiniteNumberAgain() throws {
    let metrics = [
      ("a", 0.1 + 0.2), ("b", -3.5e22), ("c", .nan), ("d", .infinity),
      ("né\u{1F600}\n- x", .leastNonzeroMagnitude),
    ]
    let yaml = ModelIndex([entry("r", metrics), entry("empty", [("nan", .nan)])]).yaml
    let root = try #require(try YAMLReader.parse(Array(yaml.utf8), path: "README.md").root)
    let models = try #require(root["model-index"]?.sequence)
    #expect(models.count == 1)
    let read = try #require(models[0]["results"]?.sequence?.first?["metrics"]?.sequence)
    #expect(read.map { $0["type"]?.scalar?.text } == ["a", "b", "né\u{1F600}\n- x"])
    #expect(read.map { $0["value"]?.scalar?.number } == [0.1 + 0.2, -3.5e22, 5e-324])
  }

  @Test func withoutAnyMetricItIsAnEmptyList() {
    #expect(ModelIndex([]).yaml == "model-index: []\n")
    #expect(ModelIndex([entry("r", [])]).yaml == "model-index: []\n")
  }
}
