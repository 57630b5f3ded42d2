import RunModel

/// A span of days, for people.
enum Period {
  /// `18 Nov 2026`, or `29 Oct 2026 – 18 Nov 2026`; nil without any time.
  static func text(_ timestamps: [UTCTimestamp]) -> String? {
    guard let first = timestamps.min(), let last = timestamps.max() else { return nil }
    return first.day == last.day ? first.day : "\(first.day) – \(last.day)"
  }
}
