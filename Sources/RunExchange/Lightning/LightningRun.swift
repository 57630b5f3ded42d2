import Diagnostics
import FileFormats
import RunModel

/// One version of a Lightning log, from its folder.
///
/// Rows are ragged: what was logged at one step may stand in several rows, each with blanks for the rest. A value
/// belongs to the step of its row; the epoch has a history like any metric, with one point for each step.
struct LightningRun {
  /// The file of metrics.
  static let log = "metrics.csv"
  /// The file of hyperparameters.
  static let parameters = "hparams.yaml"

  /// The folder.
  let folder: String

  /// Reads what there is; what is wrong becomes diagnostics.
  func read(_ source: inout SourceFolder) -> Run {
    var run = source.run(in: folder, of: .lightning)
    let log = FilePath.join(folder, Self.log)
    if source.offers(log) {
      var points = MetricLog()
      readLog(log, &source, &points)
      points.write(to: &run, &source, at: log)
    }
    let parameters = FilePath.join(folder, Self.parameters)
    if source.offers(parameters) { run.params = source.flatYAML(parameters) }
    run.artifacts = source.artifacts(below: folder) { file in
      ExactString(file) == ExactString(Self.log) || ExactString(file) == ExactString(Self.parameters)
    }
    return run
  }

  private func readLog(_ name: String, _ source: inout SourceFolder, _ points: inout MetricLog) {
    var stepColumn: Int?
    var cells: LogCells?
    let columns = source.readLog(name, delimiter: UInt8(ascii: ",")) { names, row in
      let known = stepColumn ?? names.firstIndex { ExactString($0) == "step" }
      stepColumn = known
      guard let known else { return nil }
      guard let step = LogNumber.step(of: row.cells[known]) else {
        return (VisibleText.quoting(row.cells[known]), "the number of a step")
      }
      var reader = cells ?? LogCells(names: names)
      for column in names.indices where column != known {
        guard let value = reader.number(row.cells[column], column: column, line: row.line) else { continue }
        let metric = ExactString(names[column])
        if metric == "epoch", let last = points.last(of: metric), last.step == step, last.value == value {
          continue
        }
        points.add(metric, MetricPoint(step: step, value: value))
      }
      cells = reader
      return nil
    }
    if let columns, !columns.contains(where: { ExactString($0) == "step" }) {
      source.report(
        .warning, "no-log", at: name, "no column step", "a log with steps",
        "The run is shown without metrics.")
    }
    cells?.report(to: &source, at: name)
  }
}
