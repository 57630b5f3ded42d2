import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

extension RecordReader {
  /// Reads the key `assay`: types, histories, features, status and what else experiment-results-manager has no
  /// place for.
  mutating func readOwnFields(_ fields: JSONValue, into run: inout Run) {
    guard fields.object != nil else {
      report(
        .warning, "wrong-type", at: fields, "\(fields.kindInWords) as “\(AssayFields.key)”", "an object",
        "It is left out.")
      return
    }
    checkVersion(fields)
    run.status = status(fields["status"])
    run.duration = number(fields["duration"])
    run.parent = string(fields["parent"])
    run.error = string(fields["error"])
    run.notes = string(fields["notes"])
    run.tags = texts(fields["tags"], "tags")
    run.provenance = texts(fields["provenance"], "provenance")
    run.features = features(fields["features"])
    run.histories = histories(fields["histories"])
    run.confusions = confusions(fields["confusions"])
    for (name, value) in run.params { run.params[name] = value.typed(by: fields["params"]?[name.text]) }
    for (name, value) in run.metrics { run.metrics[name] = value.typed(by: fields["metrics"]?[name.text]) }
    for (dict, values) in run.dicts {
      let copies = fields["dicts"]?[dict.text]
      for (name, value) in values { run.dicts[dict]?[name] = value.typed(by: copies?[name.text]) }
    }
  }

  private mutating func checkVersion(_ fields: JSONValue) {
    let version = fields["schema_version"]
    if let number = version?.number?.integer, (1...AssayFields.schemaVersion).contains(number) { return }
    log.add(
      Diagnostic(
        .warning, Self.newerSchema, at: document.place(of: version ?? fields),
        found: "schema version \(version.map { VisibleText.quoting(Scalar($0).text) } ?? "missing")",
        expected: "\(AssayFields.schemaVersion)",
        consequence: "What this version of Assay knows is shown; a newer one may show more."))
  }

  private mutating func status(_ value: JSONValue?) -> RunStatus {
    guard let value, let text = string(value) else { return .completed }
    if let status = RunStatus(rawValue: text) { return status }
    report(
      .warning, "unknown-status", at: value, "the status \(VisibleText.quoting(text))",
      RunStatus.allCases.map(\.rawValue).joined(separator: ", "), "The run is shown as completed.")
    return .completed
  }

  private mutating func features(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    guard let elements = value.array else {
      report(.warning, "wrong-type", at: value, value.kindInWords, "a list of names", "It is left out.")
      return []
    }
    return elements.compactMap { string($0) }
  }

  private mutating func histories(_ value: JSONValue?) -> [ExactString: [MetricPoint]] {
    var histories: [ExactString: [MetricPoint]] = [:]
    for member in object(value, "histories") {
      guard let elements = member.value.array else {
        report(
          .warning, "wrong-type", at: member.value, member.value.kindInWords, "a list of points",
          "It is left out.")
        continue
      }
      var points: [MetricPoint] = []
      for element in elements {
        guard let value = number(element["value"]) else { continue }
        points.append(
          MetricPoint(
            step: element["step"]?.number?.integer,
            timestamp: string(element["timestamp"]).flatMap { UTCTimestamp($0) }, value: value))
      }
      histories[ExactString(member.name)] = points
    }
    return histories
  }

  private mutating func confusions(_ value: JSONValue?) -> [ExactString: LoggedConfusion] {
    var matrices: [ExactString: LoggedConfusion] = [:]
    for member in object(value, "confusions") {
      let labels = member.value["labels"]?.array?.compactMap(\.string)
      let counts = member.value["counts"]?.array?.map { row in
        row.array?.compactMap { $0.number?.integer } ?? []
      }
      if let labels, let counts, let matrix = LoggedConfusion(labels: labels, counts: counts) {
        matrices[ExactString(member.name)] = matrix
      } else {
        report(
          .warning, "invalid-confusion", at: member.value, member.value.kindInWords,
          "labels and as many rows of as many counts", "The confusion matrix is left out.")
      }
    }
    return matrices
  }
}
