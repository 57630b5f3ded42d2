/// How many rows with the label and without it have scores in each stretch of the scale.
///
/// ```swift
/// let histogram = evaluation.rankCurve(of: 1)?.scoreHistogram(bins: 20)
/// histogram?.positives[19]  // rows with the label of a score from 0.95 to 1
/// ```
public struct ScoreHistogram: Hashable, Sendable {
  /// Where bins begin and end: bin b holds `edges[b]` ≤ score < `edges[b + 1]`, the last bin also its end.
  public var edges: [Double]
  /// `positives[b]`: the weight of the rows with the label in bin b; their number without weights.
  public var positives: [Double]
  /// `negatives[b]`: the weight of the other rows in bin b.
  public var negatives: [Double]

  /// How many bins there are unless somebody says otherwise.
  public static let standardCount = 20

  /// The lower ends of that many bins.
  static let standardEdges = Array(ScoreHistogram(bins: standardCount).edges.dropLast())

  /// The number of bins.
  public var count: Int { positives.count }

  /// Empty bins of equal width from 0 to 1.
  ///
  /// - Precondition: There is at least one bin.
  init(bins: Int) {
    precondition(bins > 0, "a histogram has at least one bin")
    edges = (0...bins).map { Double($0) / Double(bins) }
    positives = [Double](repeating: 0, count: bins)
    negatives = positives
  }

  /// The bin of a score from 0 to 1.
  @inline(__always)
  static func bin(of score: Double, _ edges: [Double]) -> Int {
    let count = edges.count &- 1
    let bin = min(Int(score * Double(count)), count &- 1)
    // The product is rounded, the edges are what counts.
    if score < edges[bin] { return bin &- 1 }
    return bin &+ 1 < count && score >= edges[bin &+ 1] ? bin &+ 1 : bin
  }

  /// Adds a row.
  @inline(__always)
  mutating func add(_ score: Double, isPositive: Bool, weight: Double) {
    let bin = Self.bin(of: score, edges)
    if isPositive { positives[bin] += weight } else { negatives[bin] += weight }
  }

  /// Adds the rows of another histogram of the same bins.
  mutating func add(_ other: ScoreHistogram) {
    for bin in 0..<count {
      positives[bin] += other.positives[bin]
      negatives[bin] += other.negatives[bin]
    }
  }
}

extension RankCurve {
  /// The rows by their scores in bins of equal width from 0 to 1, with the label and without it.
  ///
  /// A bin holds its lower end and not its upper one, as in numpy's `histogram` with the edges b / `bins`, so that the rows
  /// from a bin on are those that are positive at its lower end. A score below 0 belongs to the first bin, one above 1 to the
  /// last. Without rows all bins are empty.
  ///
  /// - Precondition: There is at least one bin.
  /// - Complexity: O(*b* log *n*) for *b* bins and *n* thresholds.
  public func scoreHistogram(bins: Int = ScoreHistogram.standardCount) -> ScoreHistogram {
    var histogram = ScoreHistogram(bins: bins)
    // From the highest bin down, all rows at or above its lower end; the first bin has whatever is left.
    let above =
      (0..<bins).map { bin in
        counts(ofFirst: bin == 0 ? thresholds.count : countOfScores(atLeast: histogram.edges[bin]))
      } + [LabelCounts()]
    for bin in 0..<bins {
      histogram.positives[bin] = max(0, above[bin].truePositives - above[bin + 1].truePositives)
      histogram.negatives[bin] = max(0, above[bin].falsePositives - above[bin + 1].falsePositives)
    }
    return histogram
  }

  /// How many distinct scores are at least `edge`.
  private func countOfScores(atLeast edge: Double) -> Int {
    thresholds.countBefore { $0 < edge }
  }
}

extension RandomAccessCollection where Index == Int {
  /// How many elements come before the first of which `isPast` holds; it holds of all that follow such a one.
  ///
  /// - Complexity: O(log *n*).
  func countBefore(_ isPast: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low - startIndex
  }
}
