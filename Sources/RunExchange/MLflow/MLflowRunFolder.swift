import Diagnostics
import FileFormats
import RunModel

/// Reads one run of a file store: a folder with `meta.yaml`, `metrics`, `params`, `tags`, `inputs` and `artifacts`.
struct MLflowRunFolder {
  /// The run's folder, from the source.
  let folder: String
  /// The experiment it lies in.
  let experiment: MLflowExperiment
  /// The experiment's data sets by their id.
  let datasets: [ExactString: MLflowDataset]
  /// Where it is read; its log is of this run alone.
  private(set) var source: SourceFolder

  /// A reader of `folder`.
  init(
    _ folder: String, experiment: MLflowExperiment, datasets: [ExactString: MLflowDataset],
    source: SourceFolder
  ) {
    self.folder = folder
    self.experiment = experiment
    self.datasets = datasets
    self.source = SourceFolder(path: source.path, fileSystem: source.fileSystem)
  }

  /// The run; nil if it was deleted or the folder holds none.
  mutating func run() -> Run? {
    var record = MLflowRecord(id: FilePath.name(of: folder))
    let entries = source.entries(folder)
    guard let meta = entries.first(where: { $0.name == "meta.yaml" }) else {
      return runWithoutMeta(record, entries)
    }
    if let fields = MLflowMetaFile.read(meta, in: folder, &source) {
      if fields["lifecycle_stage"] == "deleted" { return nil }
      take(fields, into: &record)
    }
    return run(record, entries)
  }

  /// A folder with metrics or parameters is a run also if the file is lost; artifacts alone are those of a database's.
  private mutating func runWithoutMeta(_ record: MLflowRecord, _ entries: [DirectoryEntry]) -> Run? {
    guard entries.contains(where: { ["metrics", "params"].contains($0.name) }) else { return nil }
    source.report(
      .warning, "missing-file", at: folder, "a run without meta.yaml", "meta.yaml with its name and status",
      "The rest of the run is shown.")
    return run(record, entries)
  }

  private mutating func run(_ record: MLflowRecord, _ entries: [DirectoryEntry]) -> Run {
    var record = record
    var hasArtifacts = false
    for entry in entries where ["artifacts", "inputs", "metrics", "params", "tags"].contains(entry.name) {
      let path = FilePath.join(folder, entry.name)
      guard source.isFolder(entry, in: folder) else {
        if entry.kind != .symbolicLink {
          source.report(.warning, "no-folder", at: path, "no folder", "a folder", "It is left out.")
        }
        continue
      }
      switch entry.name {
      case "artifacts": hasArtifacts = true
      case "inputs": record.datasets = MLflowInputs.read(path, datasets, &source)
      case "metrics": record.points = metrics(path)
      case "params": record.params = texts(path)
      default: record.tags = texts(path)
      }
    }
    var run = record.run(in: experiment)
    run.folder = source.absolute(folder)
    if hasArtifacts {
      run.artifacts = source.artifacts(below: FilePath.join(folder, "artifacts"))
      MLflowEvaluationFiles.add(to: &run, &source)
    }
    return run
  }

  private mutating func take(_ fields: MLflowMeta, into record: inout MLflowRecord) {
    record.name = fields["run_name"] ?? fields["name"]
    record.status = fields["status"]
    record.startTime = fields.integer("start_time")
    record.endTime = fields.integer("end_time")
    if let status = record.status, !MLflowRecord.isKnown(status: status) {
      source.report(
        .warning, "unknown-status", at: FilePath.join(folder, "meta.yaml"),
        "the status \(VisibleText.quoting(status))", "1 to 5 or the word for it",
        "The run is shown as running.")
    }
    for (field, name) in [("user_id", "user"), ("source_name", "program"), ("source_version", "git commit")] {
      if let value = fields[field], !value.isEmpty { record.provenance[ExactString(name)] = value }
    }
  }

  private mutating func texts(_ path: String) -> [ExactString: String] {
    let files = MLflowKeyFiles.list(path, in: &source)
    var texts: [ExactString: String] = [:]
    texts.reserveCapacity(files.count)
    for file in files {
      guard let bytes = source.bytes(of: file.entry, in: file.folder, limit: ImportLimit.valueBytes) else {
        continue
      }
      if let text = String(validating: bytes, as: UTF8.self) {
        texts[file.key] = text
      } else {
        source.report(
          .warning, "not-utf8", at: FilePath.join(file.folder, file.entry.name), "bytes that are not UTF-8",
          "text in UTF-8", "They are shown as U+FFFD.")
        texts[file.key] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return texts
  }

  private mutating func metrics(_ path: String) -> [ExactString: [MetricPoint]] {
    let files = MLflowKeyFiles.list(path, in: &source)
    var metrics: [ExactString: [MetricPoint]] = [:]
    metrics.reserveCapacity(files.count)
    var left = ImportLimit.runPoints
    for file in files {
      guard let bytes = source.bytes(of: file.entry, in: file.folder, limit: MLflowLimit.metricBytes) else {
        continue
      }
      let lines = MLflowMetricLines(bytes, limit: min(left, ImportLimit.historyPoints))
      left -= lines.points.count
      if !lines.points.isEmpty { metrics[file.key] = lines.points }
      if lines.faultCount > 0 || lines.isCut || lines.points.isEmpty {
        report(lines, at: FilePath.join(file.folder, file.entry.name))
      }
    }
    return metrics
  }

  private mutating func report(_ lines: MLflowMetricLines, at path: String) {
    let kind = Diagnostic.Kind("import.metric-line")
    for fault in lines.faults {
      source.report(
        .warning, "metric-line", at: SourcePlace(path: path, line: fault.line), fault.found,
        "a time, a value and a step", "The line is left out.")
    }
    source.log.count(lines.faultCount - lines.faults.count, of: kind, path: path)
    if lines.isCut {
      source.report(
        .warning, "history-cut", at: path, "more points than are kept",
        "at most \(ImportLimit.historyPoints) of a metric and \(ImportLimit.runPoints) of a run",
        "Points between the first and the latest are left out.")
    }
    if lines.points.isEmpty {
      source.report(
        .warning, "metric-without-value", at: path, "no value", "a line for each point",
        "The metric is left out.")
    }
  }
}
