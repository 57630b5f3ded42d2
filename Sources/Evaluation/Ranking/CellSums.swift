/// What a walk through the cells of rows × labels adds up, from the highest score down: as ``RankSums``, but of numbers
/// that may be larger, and without variances, as the cells of a row depend on each other.
struct CellSums {
  private var positivesAbove: UInt64 = 0
  private var negativesAbove: UInt64 = 0
  private var doubledWins: UInt128 = 0
  private var precisionSum = 0.0

  /// Sums below so many cells that are true, and so many others.
  init(positivesAbove: UInt64 = 0, negativesAbove: UInt64 = 0) {
    self.positivesAbove = positivesAbove
    self.negativesAbove = negativesAbove
  }

  /// Adds the sums of cells that lie right below these.
  mutating func merge(_ lower: CellSums) {
    positivesAbove = lower.positivesAbove
    negativesAbove = lower.negativesAbove
    doubledWins += lower.doubledWins
    precisionSum += lower.precisionSum
  }

  /// Goes on to the next group of cells with equal scores, of which so many are true.
  @inline(__always)
  mutating func add(tiedPositives: UInt64, tiedNegatives: UInt64) {
    let (high, low) = (2 &* positivesAbove &+ tiedPositives).multipliedFullWidth(by: tiedNegatives)
    doubledWins &+= UInt128(high) << 64 | UInt128(low)
    positivesAbove &+= tiedPositives
    negativesAbove &+= tiedNegatives
    guard tiedPositives > 0 else { return }
    precisionSum +=
      Double(tiedPositives) * (Double(positivesAbove) / Double(positivesAbove &+ negativesAbove))
  }

  /// The areas after the last group.
  var ranking: LabelRanking {
    let (positives, negatives) = (Double(positivesAbove), Double(negativesAbove))
    guard positives > 0 else { return Self.none }
    return LabelRanking(
      rocAUC: negatives > 0
        ? .value(Double(doubledWins) / 2 / (positives * negatives))
        : .undefined("every row that counts is of any label"),
      averagePrecision: .value(min(1, precisionSum / positives)))
  }

  /// What there is to say where no cell is true.
  private static var none: LabelRanking {
    let reason = MetricValue.undefined("no row that counts is of any label")
    return LabelRanking(rocAUC: reason, averagePrecision: reason)
  }
}
