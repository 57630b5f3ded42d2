/// How many rows of one label and of the rest lie above each threshold: all that ROC and precision-recall curves
/// are drawn from.
///
/// Arrays are in the order of ``thresholds``, the highest first. A row is positive when its score is at least the
/// threshold.
public struct RankCurve: Hashable, Sendable {
  /// The distinct scores, descending.
  public private(set) var thresholds: [Double] = []
  /// The weight of the rows with the label that score at least each threshold.
  public private(set) var truePositives: [Double] = []
  /// The weight of the other rows that score at least each threshold.
  public private(set) var falsePositives: [Double] = []

  /// Whether all distinct scores are among the thresholds, and not only those that the shape of curves depends on.
  public private(set) var isWhole = true

  /// From so many thresholds on, ``outline`` leaves some out.
  private static let outlinedCount = 1 << 14

  /// The thresholds that the shape of curves depends on; all of them if there are not many.
  ///
  /// - Complexity: Linear in the number of thresholds.
  var outline: RankCurve {
    guard thresholds.count > Self.outlinedCount else { return self }
    var writer = CurveWriter(.outline, positives: positives, negatives: negatives)
    for index in thresholds.indices {
      writer.pass(truePositives[index], falsePositives[index], word: UInt64(index)) { thresholds[Int($0)] }
    }
    writer.finish { thresholds[Int($0)] }
    var curve = writer.curve
    if !isWhole { curve.skip() }
    return curve
  }

  /// The weight of all rows with the label.
  public var positives: Double { truePositives.last ?? 0 }
  /// The weight of all other rows.
  public var negatives: Double { falsePositives.last ?? 0 }

  /// A curve without thresholds.
  init() {}

  /// Adds a threshold below the others.
  @inline(__always)
  mutating func append(threshold: Double, positives: Double, negatives: Double) {
    thresholds.append(threshold)
    truePositives.append(positives)
    falsePositives.append(negatives)
  }

  /// Says that a score is passed over.
  mutating func skip() { isWhole = false }

  /// The curve of the label at `place` of those that `ranker` ranks.
  ///
  /// - Precondition: Rows have no weights; words say whether a row has the label, and no more.
  init(_ ranker: RowRanker, at place: Int, rows: inout RankedRows) {
    ranker.rank(at: place, into: &rows)
    var above = (positives: 0, all: 0)
    rows.forEachGroup { words in
      for word in words { above.positives += Int(truncatingIfNeeded: word & 1) }
      above.all += words.count
      append(
        threshold: ranker.score(words[0]), positives: Double(above.positives),
        negatives: Double(above.all - above.positives))
    }
  }

  /// The curve of rows that have weights.
  init(_ scores: RankedScores) {
    var above = (positives: 0.0, negatives: 0.0)
    scores.forEachScore { score, positives, negatives in
      above.positives += positives
      above.negatives += negatives
      append(threshold: score, positives: above.positives, negatives: above.negatives)
    }
  }
}
