/// A moment, to the microsecond, in UTC.
///
/// Assay knows no other time zone and never asks the clock for output.
public struct UTCTimestamp: Hashable, Sendable, Comparable {
  /// Microseconds since the start of 1970, UTC, without leap seconds.
  public var microseconds: Int64

  /// The moment `microseconds` after the start of 1970.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Whether `left` is earlier.
  public static func < (left: UTCTimestamp, right: UTCTimestamp) -> Bool {
    left.microseconds < right.microseconds
  }
}
