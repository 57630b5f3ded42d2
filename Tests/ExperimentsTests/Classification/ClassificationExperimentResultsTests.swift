import Diagnostics
import Evaluation
import Experiments
import Foundation
import TestSupport
import Testing

@Suite("Results of a classification experiment, held against gobbli's")
struct ClassificationExperimentResultsTests {
  private struct Input: Decodable {
    enum Truth: Decodable {
      case one(String)
      case several([String])
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let label = try? container.decode(String.self) {
          self = .one(label)
        } else {
          self = .several(try container.decode([String].self))
        }
      }
      var labels: [ExactString] {
        switch self {
        case .one(let label): [ExactString(label)]
        case .several(let labels): labels.map { ExactString($0) }
        }
      }
    }
    var labels: [String]
    var X: [String]
    var y_true: [Truth]
    var y_pred_proba: [String: [Double]]
  }

  private struct Error: Decodable {
    var X: String
    var y_pred_proba: [String: Double]
  }

  private func results(
    _ kind: String, metricFunctions: [MetricFunction]? = nil
  ) throws -> ClassificationExperimentResults {
    let input = try JSONDecoder().decode(Input.self, from: Data(Fixture.bytes("gobbli/\(kind)_input.json")))
    let truth = input.y_true.map(\.labels)
    let dataset =
      kind == "multilabel"
      ? ClassificationDataset(texts: input.X, labelSets: truth)
      : ClassificationDataset(texts: input.X, labels: truth.map { $0[0] })
    return try ClassificationExperimentResults(
      labels: input.labels.map { ExactString($0) }, dataset: dataset,
      probabilities: input.X.indices.map { row in input.labels.map { input.y_pred_proba[$0]?[row] ?? .nan } },
      metricFunctions: metricFunctions)
  }

  @Test("Metrics are gobbli's, by its names", arguments: ["multiclass", "multilabel"])
  func metrics(kind: String) throws {
    let theirs = try JSONDecoder().decode(
      [String: Double].self, from: Data(Fixture.bytes("gobbli/\(kind)_metrics.json")))
    let ours = try results(kind).metrics()
    #expect(
      ours.map(\.name) == [
        "Weighted F1 Score", "Weighted Precision Score", "Weighted Recall Score", "Accuracy",
      ])
    for metric in ours { #expect(metric.value == theirs[metric.name]) }
    #expect(try results(kind).metricsReport() == Fixture.text("gobbli/\(kind)_metrics_report.txt"))
  }

  @Test("Metrics of your own take the place of the four, in the report too")
  func ownMetrics() throws {
    let results = try results(
      "multiclass",
      metricFunctions: [MetricFunction("Rows") { Double($0.count) }, MetricFunction("Half") { _ in 0.5 }])
    #expect(results.metrics().map(\.value) == [24, 0.5])
    let usual = try Fixture.text("gobbli/multiclass_metrics_report.txt")
    let rest = usual[try #require(usual.range(of: "\n\nClassification Report:")).lowerBound...]
    #expect(results.metricsReport() == "Metrics:\n--------\nRows: 24.0\nHalf: 0.5" + rest)
  }

  @Test("Errors by threshold are gobbli's", arguments: ["multiclass", "multilabel"])
  func errors(kind: String) throws {
    let theirs = try JSONDecoder().decode(
      [String: [[Error]]].self, from: Data(Fixture.bytes("gobbli/\(kind)_errors_k3.json")))
    let results = try results(kind)
    let found = results.errors(k: 3, rule: .threshold)
    #expect(found.map(\.label.text) == theirs.keys.sorted())
    #expect(found.contains { !$0.falsePositives.isEmpty } && found.contains { !$0.falseNegatives.isEmpty })
    for errors in found {
      let expected = try #require(theirs[errors.label.text])
      try #require(expected.count == 2)
      for (ours, theirs) in zip([errors.falsePositives, errors.falseNegatives], expected) {
        #expect(ours.map(\.probability) == theirs.map { $0.y_pred_proba[errors.label.text] })
        #expect(ours.map { results.testPart.texts[$0.row] } == theirs.map(\.X))
      }
    }
    #expect(results.errors(k: -1).allSatisfy { $0.falsePositives.isEmpty })
    #expect(
      results.errorsReport(k: 3, rule: .threshold).hasPrefix("Errors Report\n------------\n\n -------\n| "))
  }

  @Test("The plot is gobbli's but for the names of its data", arguments: ["multiclass", "multilabel"])
  func plot(kind: String) throws {
    let theirs = try #require(
      try JSONSerialization.jsonObject(with: Data(Fixture.bytes("gobbli/\(kind)_plot_vegalite.json")))
        as? [String: Any])
    let ours = try #require(
      try JSONSerialization.jsonObject(with: Data(results(kind).plot().utf8)) as? [String: Any])
    #expect(try flattened(ours) == flattened(theirs))
  }

  /// A plot as JSON with keys sorted, its data put in the places that name them.
  private func flattened(_ plot: [String: Any]) throws -> String {
    var plot = plot
    let datasets = try #require(plot["datasets"] as? [String: Any])
    var strips = try #require(plot["vconcat"] as? [[String: Any]])
    for place in strips.indices {
      let data = try #require(strips[place]["data"] as? [String: Any])
      strips[place]["data"] = datasets[try #require(data["name"] as? String)]
    }
    plot["vconcat"] = strips
    plot["datasets"] = nil
    return String(
      decoding: try JSONSerialization.data(withJSONObject: plot, options: [.sortedKeys, .prettyPrinted]),
      as: UTF8.self)
  }

  @Test("A sample of the plot has so many points, and is the same for the same seed")
  func sample() throws {
    let results = try results("multiclass")
    let plot = results.plot(sampleSize: 5, seed: 3)
    #expect(plot.components(separatedBy: "\"Predicted Probability\":").count - 1 == 15)
    #expect(plot == results.plot(sampleSize: 5, seed: 3))
    #expect(plot != results.plot(sampleSize: 5, seed: 4))
    #expect(results.plot(sampleSize: 1_000) == results.plot())
    #expect(!results.plot(sampleSize: -1).contains("\"Belongs to Class\":"))
  }

  @Test("As many probabilities as examples are wanted")
  func counts() {
    let dataset = ClassificationDataset(texts: ["a"], labels: ["x"])
    let error = #expect(throws: ClassificationExperimentError.self) {
      try ClassificationExperimentResults(labels: ["x"], dataset: dataset, probabilities: [])
    }
    #expect(
      error?.description.contains("y_true and y_pred_proba must have the same number of observations") == true
    )
  }

  @Test("A checkpoint is copied whole, and no link is followed")
  func checkpoint() throws {
    let folder = try TemporaryDirectory()
    try folder.write("weights", to: "model/weights.bin")
    try folder.write("deep", to: "model/a/b.txt")
    let dataset = ClassificationDataset(texts: ["a"], labels: ["x"])
    func results(_ path: String?) throws -> ClassificationExperimentResults {
      try ClassificationExperimentResults(
        labels: ["x"], dataset: dataset, probabilities: [[1]], checkpoint: path)
    }
    let copy = try results(folder.path + "/model").checkpoint(copyingTo: folder.path + "/new/copy")
    #expect(copy == folder.path + "/new/copy")
    #expect(try String(contentsOfFile: copy + "/weights.bin", encoding: .utf8) == "weights")
    #expect(try String(contentsOfFile: copy + "/a/b.txt", encoding: .utf8) == "deep")
    #expect(throws: ClassificationExperimentError.self) {
      try results(folder.path + "/model").checkpoint(copyingTo: folder.path + "/new/copy")
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/model/a/link", withDestinationPath: "/etc/hostname")
    let error = #expect(throws: ClassificationExperimentError.self) {
      try results(folder.path + "/model").checkpoint(copyingTo: folder.path + "/new/other")
    }
    #expect(error?.description.contains("links are not followed") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new") == ["copy"])
    #expect(throws: ClassificationExperimentError.self) { try results(nil).checkpoint() }
    #expect(throws: ClassificationExperimentError.self) {
      try results(folder.path + "/gone").checkpoint(copyingTo: folder.path + "/new/third")
    }
  }
}
