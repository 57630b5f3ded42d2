import Diagnostics
import RunModel

/// The threshold that an evaluation chose, as a row of its summary.
struct SkrobotThreshold {
  /// The threshold.
  let value: Double
  /// The threshold as the table has it.
  let text: String
  /// The cells of its row.
  let row: [String]

  /// The choice; nil if it cannot be told.
  ///
  /// A report states it, cut to three places. Without reports it is found as skrobot finds it: a number in
  /// `threshold_selection_by` is the threshold; a metric there chooses the row with the best mean, of these with the
  /// smallest deviation, of these the lowest threshold. A table of six places may hide which of two is better.
  init?(_ summary: PandasTable, params: [ExactString: Scalar], reported: Double?) {
    let row: [String]?
    if let reported {
      row = Self.row(of: summary, reported: reported)
    } else if let fixed = params["threshold_selection_by"]?.number {
      row = Self.row(of: summary) { $0 == fixed }
    } else {
      row = Self.best(of: summary, params: params)
    }
    guard let row, let column = summary.column("threshold"), let value = Scalar.text(row[column]).number
    else { return nil }
    self.value = value
    text = row[column]
    self.row = row
  }

  /// The first row whose threshold fits.
  static func row(of table: PandasTable, where fits: (Double) -> Bool) -> [String]? {
    guard let column = table.column("threshold") else { return nil }
    return table.rows.first { row in Scalar.text(row[column]).number.map(fits) ?? false }
  }

  private static func best(of table: PandasTable, params: [ExactString: Scalar]) -> [String]? {
    guard let metric = params["threshold_selection_by"]?.text,
      let isGreaterBetter = params["metric_greater_is_better"]?.boolean,
      let means = table.column("validation_\(metric)_mean"), let threshold = table.column("threshold")
    else { return nil }
    let deviations = table.column("validation_\(metric)_std")
    func key(_ row: [String]) -> (Double, Double, Double)? {
      guard let mean = Scalar.text(row[means]).number, !mean.isNaN,
        let value = Scalar.text(row[threshold]).number
      else { return nil }
      let deviation = deviations.flatMap { Scalar.text(row[$0]).number } ?? .infinity
      return (isGreaterBetter ? -mean : mean, deviation.isNaN ? .infinity : deviation, value)
    }
    let keyed = table.rows.compactMap { row in key(row).map { (key: $0, row: row) } }
    return keyed.min { $0.key < $1.key }?.row
  }

  /// The row of the threshold that a report states.
  ///
  /// skrobot cuts thresholds to three places before it uses them, and those of its table are sums of steps: 0.07 may be
  /// 0.06999… and becomes 0.069. So the lowest row from the stated number to a thousandth above it is meant.
  private static func row(of table: PandasTable, reported: Double) -> [String]? {
    guard let column = table.column("threshold") else { return nil }
    return table.rows.compactMap { row in Scalar.text(row[column]).number.map { (value: $0, row: row) } }
      .filter { (-1e-9...0.001 + 1e-9).contains($0.value - reported) }
      .min { $0.value < $1.value }?.row
  }
}
