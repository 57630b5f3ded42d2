import RunModel

/// MLflow's times: milliseconds since the start of 1970, UTC.
enum MLflowTime {
  /// Whether the year is 1 to 9999.
  static func isPlausible(_ milliseconds: Int64) -> Bool {
    (-62_135_596_800_000..<253_402_300_800_000).contains(milliseconds)
  }

  /// The moment; nil for nothing and for what lies in no year from 1 to 9999.
  static func timestamp(milliseconds: Int64?) -> UTCTimestamp? {
    guard let milliseconds, isPlausible(milliseconds) else { return nil }
    return UTCTimestamp(microseconds: milliseconds * 1000)
  }
}
