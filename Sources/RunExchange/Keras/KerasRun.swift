import Diagnostics
import FileFormats
import RunModel

/// One run of Keras, from its folder.
struct KerasRun {
  /// The folder.
  let folder: String
  /// The log in it, if there is one.
  let log: String?
  /// Whether the whole folder belongs to the run.
  let isAlone: Bool

  private static let parameters = "params.json"
  private static let evaluation = "metrics.json"

  /// The files that may lie beside a log.
  static let besideLog = [KerasHistory.name, parameters, evaluation]

  /// Reads what there is; what is wrong becomes diagnostics.
  func read(_ source: inout SourceFolder) -> Run {
    var run = source.run(in: folder, of: .keras, named: isAlone ? nil : log.map { FileStem.of($0) })
    var points = MetricLog()
    if let log { readLog(FilePath.join(folder, log), &source, &points) }
    if isAlone { readFolder(&run, &source, &points) }
    points.write(to: &run, &source, at: FilePath.join(folder, log ?? KerasHistory.name))
    if isAlone { readEvaluation(&run, &source) }
    return run
  }

  private func readLog(_ name: String, _ source: inout SourceFolder, _ points: inout MetricLog) {
    guard let head = CSVLoggerHead(of: name, in: source) else { return }
    var steps = EpochSteps()
    var cells: LogCells?
    source.readLog(name, delimiter: head.delimiter) { names, row in
      guard let step = LogNumber.step(of: row.cells[0]).flatMap({ steps.step(of: $0, line: row.line) }) else {
        return (VisibleText.quoting(row.cells[0]), "the number of an epoch")
      }
      var reader = cells ?? LogCells(names: names)
      for column in names.indices.dropFirst() {
        if let value = reader.number(row.cells[column], column: column, line: row.line) {
          points.add(ExactString(names[column]), MetricPoint(step: step, value: value))
        }
      }
      cells = reader
      return nil
    }
    cells?.report(to: &source, at: name)
    for restart in steps.restarts {
      source.report(
        .note, "epochs-again", at: SourcePlace(path: name, line: restart.line),
        "epoch \(restart.epoch) after epoch \(restart.after)"
          + (steps.moreRestarts > 0 ? ", and \(steps.moreRestarts) more of the kind" : ""),
        "epochs in order", "It is taken for another fit, whose steps go on behind the last.")
    }
  }

  private func readFolder(_ run: inout Run, _ source: inout SourceFolder, _ points: inout MetricLog) {
    let history = FilePath.join(folder, KerasHistory.name)
    if source.offers(history) { KerasHistory.read(history, &source, into: &points) }
    let parameters = FilePath.join(folder, Self.parameters)
    if source.offers(parameters) { run.params = source.flatJSON(parameters) }
    let names = [KerasHistory.name, Self.parameters, Self.evaluation].map { ExactString($0) }
    let log = log.map { ExactString($0) }
    run.artifacts = source.artifacts(below: folder) { file in
      ExactString(file) == log || names.contains(ExactString(file))
    }
  }

  /// What `evaluate` returned: metrics `evaluate_…`, since those of the log have the same names.
  private func readEvaluation(_ run: inout Run, _ source: inout SourceFolder) {
    let name = FilePath.join(folder, Self.evaluation)
    guard source.offers(name) else { return }
    for (metric, value) in source.flatJSON(name) where value.number != nil {
      run.metrics[ExactString("evaluate_" + metric.text)] = value
    }
  }
}
