import Diagnostics
import Markup
package import RunModel

/// Runs as a table of one row each, for spreadsheets and data frames.
///
/// The columns are `experiment`, `variant`, `run`, `timestamp`, `status` and `score`; then `param_…`, `metric_…` and
/// `run_result_metadata_…`, as nomadic's data frames call them, each group in natural order of the names. The last
/// group holds the values of the runs' dicts: those of the dict `metadata` by their keys, those of others by
/// `<dict>.<key>`. What a run does not have, and null, is an empty cell.
///
/// ```swift
/// let table = RunTable(runs: runs) { $0.metrics["accuracy"] }
/// table.csv()  // experiment,variant,run,timestamp,status,score,param_lr,metric_accuracy…
/// ```
package struct RunTable: Sendable {
  /// The names of the columns.
  package let columns: [String]

  private let runs: [Run]
  private let scores: [Scalar?]
  private let params: [ExactString]
  private let metrics: [ExactString]
  private let entries: [Entry]

  /// A value of a dict.
  private struct Entry: Hashable {
    var dict: ExactString
    var key: ExactString

    var name: String { dict == "metadata" ? key.text : "\(dict).\(key)" }
  }

  /// A table of `runs`, in this order.
  ///
  /// - Parameters:
  ///   - runs: The runs.
  ///   - score: The value by which a run is judged: that of its experiment's primary metric.
  package init(runs: [Run], scoreOf score: (Run) -> Scalar?) {
    self.runs = runs
    scores = runs.map(score)
    params = Self.ordered(Set(runs.flatMap(\.params.keys)))
    metrics = Self.ordered(Set(runs.flatMap(\.metrics.keys)))
    var entries: Set<Entry> = []
    for run in runs {
      for (dict, values) in run.dicts {
        for key in values.keys { entries.insert(Entry(dict: dict, key: key)) }
      }
    }
    self.entries = entries.sorted { left, right in
      let names = (ExactString(left.name), ExactString(right.name))
      return names.0 == names.1 ? left.dict < right.dict : NaturalOrder.precedes(names.0, names.1)
    }
    columns =
      ["experiment", "variant", "run", "timestamp", "status", "score"]
      + params.map { "param_" + $0.text } + metrics.map { "metric_" + $0.text }
      + self.entries.map { "run_result_metadata_" + $0.name }
  }

  /// The table as delimited text (RFC 4180) in UTF-8, with a header.
  ///
  /// Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, also behind a tab or a line break.
  /// Unless it is a number, such a cell gets an apostrophe before it, by which they take it as text.
  ///
  /// - Parameter delimiter: What stands between cells: an ASCII character, a tab for TSV.
  /// - Returns: The bytes of the file.
  package func csv(delimiter: Unicode.Scalar = ",") -> [UInt8] {
    var writer = CSVWriter(separator: delimiter)
    writer.row(columns.lazy.map(Self.safe))
    for index in runs.indices { writer.row(row(index).lazy.map(Self.safe)) }
    return writer.bytes
  }

  /// The cells of a run, in the order of ``columns``, as they are.
  package func row(_ index: Int) -> [String] {
    let run = runs[index]
    let head = [
      run.id.experiment.text, run.id.variant.text, run.id.run.text, run.timestamp?.iso ?? "",
      run.status.rawValue, Self.text(scores[index]),
    ]
    return head + params.map { Self.text(run.params[$0]) } + metrics.map { Self.text(run.metrics[$0]) }
      + entries.map { Self.text(run.dicts[$0.dict]?[$0.key]) }
  }

  private static func text(_ value: Scalar?) -> String {
    guard let value, value.kind != .null else { return "" }
    return value.text
  }

  /// A cell that no spreadsheet takes for a formula.
  static func safe(_ cell: String) -> String {
    guard let first = cell.utf8.first, "=+-@\t\r\n".utf8.contains(first), Scalar.text(cell).number == nil
    else { return cell }
    return "'" + cell
  }

  private static func ordered(_ names: Set<ExactString>) -> [ExactString] {
    names.sorted { NaturalOrder.precedes($0, $1) }
  }
}
