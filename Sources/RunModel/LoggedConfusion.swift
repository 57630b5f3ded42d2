/// A confusion matrix that a run logged as counts: what is left to draw where there are no predictions.
///
/// Truth in rows, prediction in columns, both in the order of ``labels``.
///
/// ```swift
/// let matrix = LoggedConfusion(labels: ["cat", "dog"], counts: [[8, 2], [1, 9]])
/// matrix?.total  // 20
/// ```
public struct LoggedConfusion: Hashable, Sendable {
  /// The labels, in the order of rows and columns; no two have the same UTF-8 bytes.
  public let labels: [String]
  /// `counts[i][j]`: how many examples of label i were taken for label j; never negative.
  public let counts: [[Int]]

  /// The most labels that a matrix may have; four million cells.
  public static let labelLimit = 2000

  /// A matrix, or nil if it is not square in `labels`, has a negative count, or more than ``labelLimit`` labels.
  public init?(labels: [String], counts: [[Int]]) {
    let sum = counts.lazy.joined().reduce(into: 0) { sum, count in
      let (next, overflow) = sum.addingReportingOverflow(count)
      sum = overflow || count < 0 || sum < 0 ? -1 : next
    }
    guard !labels.isEmpty, labels.count <= Self.labelLimit, counts.count == labels.count, sum >= 0,
      counts.allSatisfy({ $0.count == labels.count })
    else { return nil }
    self.labels = labels
    self.counts = counts
  }

  /// How many examples were counted.
  public var total: Int { counts.lazy.joined().reduce(0, +) }
}
