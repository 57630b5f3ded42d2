import Diagnostics
import Markup
import RunModel
import ScalarFormats

/// Writes results member by member in nomadic's order.
struct ExperimentResultJSON {
  /// What is written.
  let result: ExperimentResult

  /// Writes the result in one of the forms.
  func write(_ form: ExperimentResultForm, to json: inout JSONWriter) {
    switch form {
    case .list: Self.list(result.runResults, to: &json)
    case .runResults: json.object { runResults(bestLast: true, whole: false, &$0) }
    case .experiment: experiment(&json)
    case .workspace: workspace(&json)
    }
  }

  /// Writes results as a list.
  static func list(_ results: [RunResult], to json: inout JSONWriter) {
    json.array { json in
      for result in results { write(result, whole: false, to: &json) }
    }
  }

  private func experiment(_ json: inout JSONWriter) {
    json.object { json in
      json.member("hp_search_space") { Self.write(result.searchSpace, to: &$0) }
      json.member("run_results") { json in
        json.array { json in
          for result in result.runResults { Self.write(result, whole: true, to: &json) }
        }
      }
      json.member("metadata") { Self.write(result.metadata, to: &$0) }
      json.member("best_idx", result.bestIndex)
      json.member("name", result.name?.text)
      json.member("client_id", result.clientID?.text)
      further(&json)
    }
  }

  private func workspace(_ json: inout JSONWriter) {
    let own: Set<ExactString> = ["experiment_id", "status"]
    json.object { json in
      json.member("overall_score", result.bestRunResult?.score)
      json.member("hyperparameters") { Self.write(result.searchSpace, to: &$0) }
      json.member("results") { json in
        json.object { runResults(bestLast: false, whole: false, &$0) }
      }
      json.member(
        "experiment_id", result.furtherFields["experiment_id"]?.typedJSON ?? Self.text(result.clientID))
      json.member("status", result.furtherFields["status"]?.typedJSON ?? .string("completed"))
      json.member("name", result.name?.text)
      if !result.metadata.isEmpty { json.member("metadata") { Self.write(result.metadata, to: &$0) } }
      further(but: own, &json)
    }
  }

  private func runResults(bestLast: Bool, whole: Bool, _ json: inout JSONWriter) {
    if !bestLast { json.member("best_idx", result.bestIndex) }
    json.member("run_results") { json in
      json.array { json in
        for result in result.runResults { Self.write(result, whole: whole, to: &json) }
      }
    }
    if bestLast { json.member("best_idx", result.bestIndex) }
  }

  /// What else the file said, and the direction where it is not nomadic's.
  private func further(but left: Set<ExactString> = [], _ json: inout JSONWriter) {
    if result.direction != .higherIsBetter { json.member("direction", result.direction.rawValue) }
    for entry in result.furtherFields.entries where !left.contains(entry.name) {
      json.member(entry.name.text, entry.value.typedJSON)
    }
  }

  /// Writes one result; the whole of it, or without a picture where it has none.
  private static func write(_ result: RunResult, whole: Bool, to json: inout JSONWriter) {
    json.object { json in
      json.member("score", result.score)
      json.member("params") { write(result.params, to: &$0) }
      json.member("metadata") { write(result.metadata, to: &$0) }
      if whole || !result.encodedVisualization.isEmpty {
        json.member("visualization", result.encodedVisualization)
      }
      if let error = result.error { json.member("error", error) }
      for entry in result.furtherFields.entries { json.member(entry.name.text, entry.value.typedJSON) }
    }
  }

  private static func write(_ values: ResultValues, to json: inout JSONWriter) {
    json.object { json in
      for entry in values.entries { json.member(entry.name.text, entry.value.typedJSON) }
    }
  }

  private static func text(_ text: ExactString?) -> ScalarJSON {
    text.map { .string($0.text) } ?? .verbatim("null")
  }
}
