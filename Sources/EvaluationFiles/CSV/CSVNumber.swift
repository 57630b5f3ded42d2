import Evaluation

/// Numbers as cells of CSV: as short as they can be and read back the same; nothing where there is none.
enum CSVNumber {
  /// The cell of a number; empty where it is absent.
  static func text(_ value: Double?) -> String {
    guard let value else { return "" }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return "\(whole)" }
    return "\(value)"
  }

  /// The cell of a metric's value; empty where it is undefined.
  static func text(_ value: MetricValue) -> String { text(value.number) }
}
