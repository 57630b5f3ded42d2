import Diagnostics
import FileFormats
import RunModel

/// What a task's files say about how good the model is.
///
/// skrobot writes its results for people: as HTML tables, whose numbers have six places, and as text. Taken as metrics
/// are those of one row: of a search the candidate that ranks first by the objective, of an evaluation the threshold
/// that was chosen. Where that cannot be told there are no metrics, and the files remain.
struct SkrobotResults {
  /// The folder, as seen from the source.
  let folder: String
  /// The task.
  let task: SkrobotTask

  private static let featureLimit = 100_000
  private static let reportLimit = 200

  /// Adds what is known of the task's results.
  func add(to run: inout Run, in source: inout SourceFolder) {
    switch task.type {
    case SkrobotTask.search: addSearch(to: &run, &source)
    case SkrobotTask.evaluation: addEvaluation(to: &run, &source)
    case SkrobotTask.selection: addFeatures(to: &run, &source)
    default: break
    }
  }

  /// The best candidate: the first that ranks 1 by the objective.
  private func addSearch(to run: inout Run, _ source: inout SourceFolder) {
    guard let objective = run.params["objective_score"]?.text,
      let table = table("search_results", run, &source),
      let rank = table.column("rank_validation_" + objective),
      let best = table.rows.first(where: { Scalar.text($0[rank]).number == 1 })
    else { return }
    for (name, cell) in table.cells(best, behind: "mean_validation_") {
      set("mean_validation_" + name, cell, &run)
    }
    for (name, cell) in table.cells(best, behind: "param_") {
      run.dicts["best parameters", default: [:]][ExactString(name)] = Self.scalar(cell)
    }
    for (name, cell) in table.cells(best, behind: "std_validation_") {
      run.dicts["best candidate", default: [:]][ExactString("std_validation_" + name)] = Self.scalar(cell)
    }
  }

  private func addEvaluation(to run: inout Run, _ source: inout SourceFolder) {
    let reported = addReports(to: &run, &source)
    guard let summary = table("cv_splits_threshold_metrics_summary", run, &source),
      let choice = SkrobotThreshold(summary, params: run.params, reported: reported)
    else { return }
    run.dicts["chosen threshold", default: [:]]["threshold"] = Self.scalar(choice.text)
    for (name, cell) in summary.cells(choice.row, behind: "validation_") {
      if name.hasSuffix("_mean") {
        set("validation_" + name, cell, &run)
      } else {
        run.dicts["chosen threshold", default: [:]][ExactString("validation_" + name)] = Self.scalar(cell)
      }
    }
    guard let test = table("test_threshold_metrics", run, &source),
      let row = SkrobotThreshold.row(of: test, where: { $0 == choice.value })
    else { return }
    for (name, cell) in test.cells(row, behind: "test_") { set("test_" + name, cell, &run) }
  }

  /// Adds the classification reports, each as a dict; returns the threshold that they state.
  private func addReports(to run: inout Run, _ source: inout SourceFolder) -> Double? {
    let prefix = "classification_reports/classification_report_"
    var threshold: Double?
    let reports = run.artifacts.map(\.filename).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".txt") }
    for name in reports.prefix(Self.reportLimit) {
      let file = FilePath.join(folder, name)
      guard let bytes = source.bytes(file, limit: SkrobotReport.byteLimit) else { continue }
      guard let report = SkrobotReport(String(decoding: bytes, as: UTF8.self)) else {
        source.report(
          .note, "unknown-report", at: file, "no classification report", "one as skrobot writes it",
          "It is shown as a file only.")
        continue
      }
      let title = name.dropFirst(prefix.count).dropLast(4).split(separator: "_").joined(separator: " ")
      run.dicts[ExactString("classification report \(title)")] = report.values
      threshold = threshold ?? report.threshold
    }
    return threshold
  }

  private func addFeatures(to run: inout Run, _ source: inout SourceFolder) {
    let name = "features_selected.txt"
    guard run.artifacts.contains(where: { $0.filename == name }),
      let bytes = source.bytes(FilePath.join(folder, name), limit: ImportLimit.valueBytes)
    else { return }
    run.features = bytes.split(separator: UInt8(ascii: "\n")).prefix(Self.featureLimit)
      .map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) }
      .filter { !$0.isEmpty }
  }

  /// The table in a file that the task wrote, as HTML or CSV; nil if there is none, with a note if it cannot be read.
  private func table(_ stem: String, _ run: Run, _ source: inout SourceFolder) -> PandasTable? {
    let names = [stem + ".html", stem + ".csv"]
    guard let name = names.first(where: { name in run.artifacts.contains { $0.filename == name } }),
      let bytes = source.bytes(FilePath.join(folder, name), limit: PandasTable.byteLimit)
    else { return nil }
    let file = FilePath.join(folder, name)
    do throws(FormatError) {
      return name.hasSuffix(".csv")
        ? try PandasTable(csv: bytes, path: file) : try PandasTable(bytes, path: file)
    } catch {
      source.add(error, "unknown-table", severity: .note, consequence: "It is shown as a file only.")
      return nil
    }
  }

  private func set(_ name: String, _ cell: String, _ run: inout Run) {
    let value = Self.scalar(cell)
    if value.number != nil { run.metrics[ExactString(name)] = value }
  }

  /// A cell as a number, where it is one, in the digits of the table.
  private static func scalar(_ cell: String) -> Scalar {
    let text = Scalar.text(cell)
    guard text.number != nil else { return text }
    let isWhole = cell.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    return Scalar(isWhole ? .integer : .real, text: cell)
  }
}
