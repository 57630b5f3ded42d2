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

  /// The most examples that may be counted: up to here a `Double` holds every whole number.
  public static let totalLimit = 1 << 53

  /// A matrix, or nil if it is not square in `labels`, has a negative count, counts more than ``totalLimit`` examples or
  /// has more than ``labelLimit`` labels.
  public init?(labels: [String], counts: [[Int]]) {
    let sum = counts.lazy.joined().reduce(into: 0) { (sum: inout Int, count: Int) in
      sum = sum < 0 || count < 0 || count > Self.totalLimit - sum ? -1 : sum + count
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
