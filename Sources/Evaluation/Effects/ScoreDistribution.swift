/// How the scores of trials are spread.
///
/// ```swift
/// ScoreDistribution([1, 2, nil, 4]).median  // 2
/// ```
public struct ScoreDistribution: Hashable, Sendable {
  /// How many trials have a score.
  public let count: Int
  /// How many failed or have none.
  public let failedCount: Int
  /// The lowest score; nil without scores, as are all that follow.
  public let least: Double?
  /// The score that a quarter of the scores lie below, interpolated as NumPy does by default.
  public let lowerQuartile: Double?
  /// The middle.
  public let median: Double?
  /// The score that a quarter of the scores lie above.
  public let upperQuartile: Double?
  /// The highest score.
  public let greatest: Double?
  /// The bins of a histogram, from the lowest to the highest score.
  public let bins: [Bin]

  /// A stretch of the scale, and how many scores lie in it.
  public struct Bin: Hashable, Sendable {
    /// Where it begins; scores there belong to it.
    public let low: Double
    /// Where it ends; scores there belong to the next bin, or to the last.
    public let high: Double
    /// How many scores lie in it.
    public let count: Int
  }

  /// The most bins.
  public static let binLimit = 30

  /// The spread of `scores`; nil and what is not finite count as failed.
  ///
  /// There are 1 + ⌈log₂ n⌉ bins of equal width (Sturges 1926), one if all scores are equal.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ scores: [Double?]) {
    let sorted = scores.compactMap { $0.flatMap { $0.isFinite ? $0 : nil } }.sorted()
    count = sorted.count
    failedCount = scores.count - sorted.count
    (least, greatest) = (sorted.first, sorted.last)
    guard let low = sorted.first, let high = sorted.last else {
      (lowerQuartile, median, upperQuartile, bins) = (nil, nil, nil, [])
      return
    }
    lowerQuartile = Percentiles.value(0.25, ofSorted: sorted)
    median = Percentiles.value(0.5, ofSorted: sorted)
    upperQuartile = Percentiles.value(0.75, ofSorted: sorted)
    bins = Self.bins(sorted, from: low, to: high)
  }

  private static func bins(_ sorted: [Double], from low: Double, to high: Double) -> [Bin] {
    let number = min(binLimit, 1 + Int.bitWidth - (sorted.count - 1).leadingZeroBitCount)
    // Halves, so that the distance of the two ends is finite.
    let width = (high / 2 - low / 2) / Double(number) * 2
    guard low < high, width.isFinite, low + width > low else {
      return [Bin(low: low, high: high, count: sorted.count)]
    }
    let edges = (0...number).map { $0 == number ? high : low + width * Double($0) }
    var counts = [Int](repeating: 0, count: number)
    var bin = 0
    for score in sorted {
      while bin < number - 1, score >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    return counts.indices.map { Bin(low: edges[$0], high: edges[$0 + 1], count: counts[$0]) }
  }
}
