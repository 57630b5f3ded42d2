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
  /// - Complexity: Linear in the number of thresholds and of bins.
  public func scoreHistogram(bins: Int = ScoreHistogram.standardCount) -> ScoreHistogram {
    var histogram = ScoreHistogram(bins: bins)
    var bin = bins - 1
    var above = (positives: 0.0, negatives: 0.0)
    for (index, score) in thresholds.enumerated() {
      while bin > 0, score < histogram.edges[bin] {
        bin -= 1
        above = index == 0 ? (0, 0) : (truePositives[index - 1], falsePositives[index - 1])
      }
      histogram.positives[bin] = truePositives[index] - above.positives
      histogram.negatives[bin] = falsePositives[index] - above.negatives
    }
    return histogram
  }
}
