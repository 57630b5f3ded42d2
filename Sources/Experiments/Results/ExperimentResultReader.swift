import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// Finds the results in a JSON document.
struct ExperimentResultReader {
  private let document: JSONDocument
  private var log = DiagnosticLog()

  /// The most results of a file.
  static let resultLimit = 100_000
  /// What nomadic writes in the place of values that it cannot serialise.
  private static let redacted: ExactString = "Redacted for serialization"

  /// A reader of `document`.
  init(_ document: JSONDocument) {
    self.document = document
    log.add(contentsOf: document.diagnostics)
  }

  /// The results.
  ///
  /// - Parameter direction: Which way a score gets better; nil takes what the file says.
  /// - Returns: The file.
  /// - Throws: ``ExperimentResultError`` where the document has none of the forms.
  mutating func file(direction: MetricDirection?) throws(ExperimentResultError) -> ExperimentResultFile {
    let root = document.root
    guard let (form, holder, list) = Self.results(root) else {
      throw ExperimentResultError(
        Diagnostic(
          .error, ExperimentResultFile.kind("invalid-results"), at: document.place(of: root),
          found: root.object == nil && root.array == nil ? root.kindInWords : "JSON without results",
          expected: "a list of results with score and params, or an object with run_results",
          consequence: "Nothing is read of it."))
    }
    if list.count > Self.resultLimit {
      report(
        .warning, "too-many-results", root, "\(list.count) results", "at most \(Self.resultLimit)",
        "The rest is left out.")
    }
    var results: [RunResult] = []
    for value in list.prefix(Self.resultLimit) {
      if let result = result(value) { results.append(result) }
    }
    markFailure(&results, holder, root)
    return ExperimentResultFile(
      form: form, runResults: results,
      result: experiment(results, holder, root, direction), diagnostics: log.diagnostics)
  }

  /// The form of a document, the object that holds the list of results, and the list; nil if it has none.
  private static func results(
    _ root: JSONValue
  ) -> (form: ExperimentResultForm, holder: JSONValue?, list: [JSONValue])? {
    if let list = root.array {
      let isOne = list.first.map { $0["score"] != nil || $0["params"] != nil } ?? true
      return isOne ? (.list, nil, list) : nil
    }
    if let list = root["run_results"]?.array {
      let isWhole = root["hp_search_space"] != nil || root["metadata"] != nil || root["name"] != nil
      return (isWhole ? .experiment : .runResults, root, list)
    }
    if let holder = root["results"], let list = holder["run_results"]?.array {
      return (.workspace, holder, list)
    }
    if let holder = root["experiment_result"], let list = holder["run_results"]?.array {
      return (.experiment, holder, list)
    }
    return nil
  }

  private mutating func result(_ value: JSONValue) -> RunResult? {
    guard let object = value.object else {
      report(
        .warning, "invalid-result", value, value.kindInWords, "an object with score and params",
        "The result is left out.")
      return nil
    }
    var result = RunResult(score: .nan, params: [:])
    result.score = score(value)
    result.params = values(value["params"], "params", value)
    result.metadata = values(value["metadata"], "metadata", value)
    if let picture = value["visualization"] {
      if let text = picture.string {
        result.encodedVisualization = text
        if result.visualization == nil {
          report(.warning, "invalid-picture", picture, "text that is no Base64", "Base64", "It is kept.")
        }
      } else if !picture.isNull {
        report(
          .warning, "invalid-picture", picture, picture.kindInWords, "Base64 as text", "It is left out.")
      }
    }
    result.error = value["error"]?.string
    var known: Set<ExactString> = ["score", "params", "metadata", "visualization"]
    if result.error != nil { known.insert("error") }
    result.furtherFields = fields(object, but: known)
    return result
  }

  private mutating func score(_ result: JSONValue) -> Double {
    guard let score = result["score"] else {
      report(.warning, "invalid-score", result, "no score", "a number", "The result counts as failed.")
      return .nan
    }
    if score.isNull { return .nan }
    if let number = score.number { return number.value }
    if let text = score.string, let number = Scalar.text(text).number { return number }
    report(.warning, "invalid-score", score, score.kindInWords, "a number", "The result counts as failed.")
    return .nan
  }

  private mutating func values(_ value: JSONValue?, _ name: String, _ result: JSONValue) -> ResultValues {
    guard let value, !value.isNull else { return [:] }
    guard let object = value.object else {
      report(
        .warning, "invalid-\(name)", value, value.kindInWords, "an object as \(name)", "They are left out.")
      return [:]
    }
    return fields(object, but: [])
  }

  private mutating func fields(_ object: JSONObject, but known: Set<ExactString>) -> ResultValues {
    var values = ResultValues()
    for member in object.members where !known.contains(ExactString(member.name)) {
      if let text = member.value.string, ExactString(text) == Self.redacted {
        report(
          .note, "redacted", member.value, "a value that its writer could not write", "the value",
          "It is kept as that text.")
      }
      values[ExactString(member.name)] = Scalar(member.value)
    }
    return values
  }

  /// An experiment that failed leaves one made-up result, of the score −1 and without parameters: that is no score.
  private func markFailure(_ results: inout [RunResult], _ holder: JSONValue?, _ root: JSONValue) {
    let status = root["experiment_status"]?.string ?? holder?["experiment_status"]?.string
    guard let status, ExactString(status) == "finished_error", results.count == 1,
      results[0].params.isEmpty, results[0].score == -1
    else { return }
    results[0].score = .nan
    results[0].error =
      root["experiment_status_message"]?.string ?? "The experiment ended with an error."
  }

  private mutating func experiment(
    _ results: [RunResult], _ holder: JSONValue?, _ root: JSONValue, _ direction: MetricDirection?
  ) -> ExperimentResult {
    func member(_ name: String) -> JSONValue? { holder?[name] ?? root[name] }
    let known: Set<ExactString> = [
      "hp_search_space", "hyperparameters", "run_results", "results", "experiment_result", "metadata",
      "best_idx",
      "name", "client_id", "direction", "overall_score",
    ]
    var further = root.object.map { fields($0, but: known) } ?? [:]
    if let inner = holder?.object {
      for entry in fields(inner, but: known).entries { further[entry.name] = entry.value }
    }
    let said = member("direction")?.string.flatMap(MetricDirection.init(rawValue:))
    return ExperimentResult(
      searchSpace: values(member("hp_search_space") ?? root["hyperparameters"], "hp_search_space", root),
      runResults: results, metadata: values(member("metadata"), "metadata", root),
      name: member("name")?.string.map { ExactString($0) },
      clientID: member("client_id")?.string.map { ExactString($0) },
      direction: direction ?? said ?? .higherIsBetter, furtherFields: further)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ kind: String, _ value: JSONValue, _ found: String,
    _ expected: String, _ consequence: String
  ) {
    log.add(
      Diagnostic(
        severity, ExperimentResultFile.kind(kind), at: document.place(of: value), found: found,
        expected: expected, consequence: consequence))
  }
}
