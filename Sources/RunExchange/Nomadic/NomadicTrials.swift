import Diagnostics
import FileFormats
import Foundation
import RunModel
import ScalarFormats

/// Makes runs of the results in one file.
struct NomadicTrials {
  /// What the file holds.
  let file: NomadicFile
  /// The file, as seen from the source.
  let name: String
  /// The document that it is.
  let document: JSONDocument

  /// A search space of more values, or more bytes, is not repeated with each run.
  private static let spaceLimit = (count: 50, bytes: 4096)
  /// The most results of a file that become runs.
  static let trialLimit = 100_000
  private static let pictureLimit = 8 << 20

  /// The runs, in the order of the file.
  func runs(in folder: inout SourceFolder) -> [Run] {
    let experiment = RunNaming.id(from: file.name ?? stem, or: "results")
    let space = searchSpace(&folder)
    let provenance = provenance()
    let width = max(4, String(file.results.count).count)
    if file.results.count > Self.trialLimit {
      folder.report(
        .warning, "too-many-runs", at: name, "\(file.results.count) results", "at most \(Self.trialLimit)",
        "The rest is left out.")
    }
    var runs: [Run] = []
    for (index, result) in file.results.prefix(Self.trialLimit).enumerated() {
      guard result.object != nil else {
        folder.report(
          .warning, "invalid-result", at: document.place(of: result), result.kindInWords, "an object",
          "The result is left out.")
        continue
      }
      let number = String(index + 1)
      let padded = String(repeating: "0", count: max(0, width - number.count)) + number
      var run = Run(id: RunID(experiment: experiment, run: ExactString("trial-\(padded)")))
      run.provenance = provenance
      run.provenance[SourceKey.tool] = ImportTool.nomadic.rawValue
      run.provenance[SourceKey.run] = "\(name)#\(index)"
      run.params = JSONLeaves.of(result["params"])
      if !space.isEmpty { run.dicts["search space"] = space }
      let metadata = JSONLeaves.of(result["metadata"])
      if !metadata.isEmpty { run.dicts["metadata"] = metadata }
      setScore(of: &run, result, &folder)
      addPicture(to: &run, result, &folder)
      runs.append(run)
    }
    return runs
  }

  /// Sets the metric `score`; null is what is written for a score that is not a number.
  ///
  /// An experiment that failed leaves one made-up result, of the score −1 and without parameters: that is no score.
  private func setScore(of run: inout Run, _ result: JSONValue, _ folder: inout SourceFolder) {
    let isFailed = file["experiment_status"]?.string.map { ExactString($0) } == "finished_error"
    if isFailed, file.results.count == 1, run.params.isEmpty, result["score"]?.number?.value == -1 {
      run.status = .failed
      run.error = file["experiment_status_message"]?.string ?? "The experiment ended with an error."
      return
    }
    guard let score = result["score"], score.object == nil, score.array == nil, score.boolean == nil else {
      folder.report(
        .warning, "invalid-score", at: document.place(of: result), result["score"]?.kindInWords ?? "no score",
        "a number", "The run is shown without it.")
      return
    }
    let scalar = score.isNull ? .real(.nan) : Scalar(score)
    if scalar.number == nil {
      folder.report(
        .warning, "invalid-score", at: document.place(of: score), "a text as score", "a number",
        "The run is shown without it.")
    } else {
      run.metrics["score"] = scalar
    }
  }

  /// Adds the picture of a result, which stands there in Base64.
  private func addPicture(to run: inout Run, _ result: JSONValue, _ folder: inout SourceFolder) {
    guard let value = result["visualization"], let text = value.string, !text.isEmpty else { return }
    guard text.utf8.count <= Self.pictureLimit, let data = Data(base64Encoded: text) else {
      folder.report(
        .warning, "invalid-picture", at: document.place(of: value),
        "a picture that is too large or no Base64",
        "Base64 of at most \(Self.pictureLimit) bytes", "It is left out.")
      return
    }
    run.artifacts = [
      Artifact(
        id: "visualization", filename: "visualization.png", kind: .png, content: .bytes(Array(data)))
    ]
  }

  /// The values that were to be tried, if there are few.
  private func searchSpace(_ folder: inout SourceFolder) -> [ExactString: Scalar] {
    let space = JSONLeaves.of(file["hp_search_space"]).merging(JSONLeaves.of(file["hyperparameters"])) { $1 }
    let bytes = space.reduce(0) { $0 + $1.key.text.utf8.count + $1.value.text.utf8.count }
    if space.count <= Self.spaceLimit.count, bytes <= Self.spaceLimit.bytes { return space }
    folder.report(
      .note, "large-search-space", at: name, "a search space of \(space.count) values and \(bytes) bytes",
      "at most \(Self.spaceLimit.count) values and \(Self.spaceLimit.bytes) bytes",
      "It is not repeated with each run.")
    return [:]
  }

  /// What is told of the experiment as a whole, short texts only.
  private func provenance() -> [ExactString: String] {
    var result: [ExactString: String] = ["tool": "nomadic", "results file": name]
    for (key, value) in JSONLeaves.of(file["metadata"]) where value.text.utf8.count <= 1000 {
      result[ExactString("experiment metadata " + key.text)] = value.text
    }
    let names: [(member: String, name: ExactString)] = [
      ("client_id", "client"), ("experiment_id", "experiment id"), ("status", "experiment status"),
      ("experiment_status", "experiment status"), ("start_datetime", "experiment start"),
      ("end_datetime", "experiment end"), ("search_method", "search method"),
    ]
    for (member, name) in names {
      if let text = file[member]?.string, !text.isEmpty, text.utf8.count <= 1000 { result[name] = text }
    }
    return result
  }

  private var stem: String { name.hasSuffix(".json") ? String(name.dropLast(5)) : name }
}
