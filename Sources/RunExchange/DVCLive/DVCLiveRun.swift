import Diagnostics
import FileFormats
import RunModel

/// One run of DVCLive, from its folder.
struct DVCLiveRun {
  /// The file of last values.
  static let metrics = "metrics.json"
  /// The file of parameters.
  static let parameters = "params.yaml"
  /// The folder of histories.
  static let histories = "plots/metrics"

  /// The run's folder.
  let folder: String
  /// Where in it the logs are.
  let inner: String

  private var live: String { FilePath.join(folder, inner) }

  /// Reads what there is; what is wrong becomes diagnostics.
  func read(_ source: inout SourceFolder) -> Run {
    var run = source.run(in: folder, of: .dvclive)
    let parameters = FilePath.join(live, Self.parameters)
    if source.offers(parameters) { run.params = source.flatYAML(parameters) }
    readHistories(&run, &source)
    readMetrics(&run, &source)
    let counted = readConfusions(&run, &source)
    run.artifacts = artifacts(&source, leavingOut: counted)
    return run
  }

  /// One TSV for each metric, whose path is the metric's name.
  private func readHistories(_ run: inout Run, _ source: inout SourceFolder) {
    let root = FilePath.join(live, Self.histories)
    guard source.fileSystem.isDirectory(source.absolute(root)) else { return }
    var points = MetricLog()
    for artifact in source.artifacts(below: root) {
      let path = artifact.id.text
      guard path.utf8.count > 4, FilePath.fileExtension(of: path) == "tsv" else { continue }
      let metric = ExactString(String(decoding: path.utf8.dropLast(4), as: UTF8.self))
      readHistory(FilePath.join(root, path), of: metric, &source, &points)
    }
    points.write(to: &run, &source, at: root)
  }

  private func readHistory(
    _ file: String, of metric: ExactString, _ source: inout SourceFolder, _ points: inout MetricLog
  ) {
    var cells: LogCells?
    source.readLog(file, delimiter: UInt8(ascii: "\t")) { names, row in
      let step = names.firstIndex { ExactString($0) == "step" }
      let time = names.firstIndex { ExactString($0) == "timestamp" }
      guard let column = names.indices.last(where: { $0 != step && $0 != time }) else {
        return ("no column of values", "a column “step” and one of values")
      }
      var at: Int?
      if let step {
        at = LogNumber.step(of: row.cells[step])
        guard at != nil else { return (VisibleText.quoting(row.cells[step]), "the number of a step") }
      }
      var reader = cells ?? LogCells(names: names)
      if let value = reader.number(row.cells[column], column: column, line: row.line) {
        let time = time.flatMap { UTCTimestamp(row.cells[$0]) }
        points.add(metric, MetricPoint(step: at, timestamp: time, value: value))
      }
      cells = reader
      return nil
    }
    cells?.report(to: &source, at: file)
  }

  /// The last values, for metrics without history; the nested names are joined by `/`, as they were logged.
  private func readMetrics(_ run: inout Run, _ source: inout SourceFolder) {
    let file = FilePath.join(live, Self.metrics)
    guard source.offers(file) else { return }
    for (metric, value) in source.flatJSON(file, separator: "/") where run.metrics[metric] == nil {
      switch value.kind {
      case .null: continue
      case .json: run.dicts["metrics", default: [:]][metric] = value
      case .text: run.metrics[metric] = value.number.map { $0.isFinite ? value : .real($0) } ?? value
      case .integer, .real, .boolean:
        // The step is that of the last point, unless it is all there is.
        if metric != "step" || run.histories.isEmpty { run.metrics[metric] = value }
      }
    }
  }

  /// The files of the logs, and those beside them; of a repository only predictions.
  private func artifacts(_ source: inout SourceFolder, leavingOut counted: Set<ExactString>) -> [Artifact] {
    let entries = source.entries(folder)
    let isRepository = [".git", ".dvc"].contains { entries.hasFolder($0) } || entries.hasFile(".git")
    let read = [Self.metrics, Self.parameters, Self.histories, DVCPlots.name].map {
      ExactString(FilePath.join(inner, $0))
    }
    return source.artifacts(below: folder) { [inner] path in
      let path = ExactString(path)
      if read.contains(path) || counted.contains(path) || path == ExactString(DVCPlots.name) { return true }
      if inner.isEmpty || path.text.utf8.contains(UInt8(ascii: "/")) || path == ExactString(inner) {
        return false
      }
      // What lies beside the logs: files, but no folders.
      if entries.hasFolder(path.text) { return true }
      return isRepository && FileStem.of(path.text) != "predictions"
    }
  }
}
