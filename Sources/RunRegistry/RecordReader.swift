import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// Reads the record of a run, `erm_metadata.json`.
///
/// experiment-results-manager refuses a record that lacks one of its keys. Here what is there is shown, and what is
/// missing or of the wrong type is diagnosed.
struct RecordReader {
  /// The kind of diagnostic for a record that has more than this version of Assay knows.
  static let newerSchema = Diagnostic.Kind("registry.newer-schema")

  private static let requiredKeys = [
    "timestamp_utc", "experiment_id", "variant_id", "run_id", "params", "metrics", "dicts", "artifacts",
  ]

  /// The record.
  let document: JSONDocument
  /// What was wrong.
  var log = DiagnosticLog()
  /// The artifacts that the record names, in its order.
  private(set) var artifacts: [ArtifactRecord] = []

  /// A reader of `document`.
  init(_ document: JSONDocument) {
    self.document = document
    log.add(contentsOf: document.diagnostics)
  }

  /// Reads the run, without its artifacts' files.
  ///
  /// - Parameters:
  ///   - idByPath: The ids that the folders' names say; they count where the record has none.
  ///   - relativePath: The folders from the registry's to the run's.
  /// - Returns: The run, or nil if the record is no object or there is no telling which run it is.
  mutating func run(idByPath: RunID?, relativePath: String) -> Run? {
    guard let members = document.root.object else {
      report(
        .error, "wrong-type", at: document.root, document.root.kindInWords, "an object",
        "The run is left out.")
      return nil
    }
    reportMissingKeys(members)
    guard let id = id(members, idByPath) else { return nil }
    var run = Run(id: id)
    run.timestamp = timestamp(members["timestamp_utc"])
    run.params = scalars(members["params"], "params")
    run.metrics = scalars(members["metrics"], "metrics")
    for member in object(members["dicts"], "dicts") {
      run.dicts[ExactString(member.name)] = scalars(member.value, member.name)
    }
    for member in object(members["artifacts"], "artifacts") { artifacts.append(artifact(member)) }
    for member in members.members
    where member.name != AssayFields.key && !Self.requiredKeys.contains(member.name) {
      run.unknownFields[ExactString(member.name)] = JSONCopy(member.value).text
    }
    if let fields = members[AssayFields.key] { readOwnFields(fields, into: &run) }
    compare(run.id, with: relativePath, members)
    return run
  }

  private mutating func reportMissingKeys(_ members: JSONObject) {
    let missing = Self.requiredKeys.filter { members[$0] == nil }
    guard !missing.isEmpty else { return }
    report(
      .warning, "missing-key", at: document.root,
      "no " + missing.map { VisibleText.quoting($0) }.joined(separator: ", "),
      "the keys that experiment-results-manager requires", "The run is shown without them.")
  }

  private mutating func id(_ members: JSONObject, _ idByPath: RunID?) -> RunID? {
    let experiment = idPart(members["experiment_id"]) ?? idByPath?.experiment
    let variant = idPart(members["variant_id"]) ?? idByPath?.variant
    let run = idPart(members["run_id"]) ?? idByPath?.run
    guard let experiment, let variant, let run else {
      report(
        .error, "missing-id", at: document.root, "a record without ids that can be used",
        "“experiment_id”, “variant_id” and “run_id”, or folders of these names", "The run is left out.")
      return nil
    }
    return RunID(experiment: experiment, variant: variant, run: run)
  }

  /// An id of the record, or nil if there is none or it would lead out of a folder.
  private mutating func idPart(_ value: JSONValue?) -> ExactString? {
    guard let value else { return nil }
    guard let text = value.string else {
      report(.warning, "wrong-type", at: value, value.kindInWords, "a string", "The folder's name is the id.")
      return nil
    }
    guard let problem = SafeName.problem(of: text) else { return ExactString(text) }
    report(
      .warning, "unsafe-id", at: value, "the id \(VisibleText.quoting(text))",
      "a name that can be a folder's",
      "As a path \(problem); the folder's name is the id.")
    return nil
  }

  private mutating func compare(_ id: RunID, with relativePath: String, _ members: JSONObject) {
    let path = ExactString("/" + relativePath)
    let ids = ExactString("/" + id.description)
    guard !relativePath.isEmpty, path != ids,
      !ids.text.utf8.reversed().starts(with: path.text.utf8.reversed())
    else { return }
    report(
      .note, "id-differs", at: members["run_id"] ?? document.root,
      "the ids \(VisibleText.quoting(id.description)) in \(VisibleText.quoting(relativePath))",
      "the folders' names",
      "The record's ids count.")
  }

  private mutating func timestamp(_ value: JSONValue?) -> UTCTimestamp? {
    guard let value else { return nil }
    let timestamp =
      value.string.flatMap { UTCTimestamp($0) } ?? value.number.flatMap { UTCTimestamp(epoch: $0.value) }
    if timestamp == nil {
      let found = value.string.map { VisibleText.quoting($0) } ?? value.number?.text ?? value.kindInWords
      report(
        .warning, "invalid-timestamp", at: value, found, "a time such as “2026-03-02T09:10:07”",
        "The run is shown without a time, as the oldest.")
    }
    return timestamp
  }

  private mutating func artifact(_ member: JSONObject.Member) -> ArtifactRecord {
    var record = ArtifactRecord(
      id: ExactString(member.name), kind: .binary, place: document.place(of: member.value))
    record.filename = string(member.value["filename"])
    record.mediaType = string(member.value["media_type"])
    if record.filename == nil {
      report(
        .warning, "missing-key", at: member.value, "an artifact without a file name", "“filename”",
        "Artifact \(VisibleText.quoting(member.name)) is shown as missing.")
    }
    if let type = string(member.value["artifact_type"]) {
      if let kind = Artifact.Kind(rawValue: type) {
        record.kind = kind
      } else {
        report(
          .note, "unknown-artifact-type", at: member.value["artifact_type"] ?? member.value,
          "the artifact type \(VisibleText.quoting(type))",
          Artifact.Kind.allCases.map(\.rawValue).joined(separator: ", "), "It is taken as binary.")
      }
    }
    return record
  }
}
