extension RankCurve {
  /// Cumulative gain: the share of all rows that are taken across, the share of the label's own rows among them up, from
  /// (0, 0) to (1, 1).
  ///
  /// ```swift
  /// curve.gainCurve().first  // nothing taken, nothing found
  /// ```
  ///
  /// x = (tp + fp) / n, y = tp / (tp + fn), the rows taken by descending score; the first threshold is infinite. Also called
  /// the lift chart or the Lorenz curve of the label (Ling and Li 1998, KDD). Rows of equal scores are taken together.
  /// `limit` is as for ``rocCurve(limit:)``. Empty without rows with the label.
  ///
  /// - Complexity: Linear in the number of thresholds.
  public func gainCurve(limit: Int? = pageLimit) -> [CurvePoint] {
    guard positives > 0 else { return [] }
    let total = positives + negatives
    let points =
      [CurvePoint(x: 0, y: 0, threshold: .infinity)]
      + thresholds.indices.map { index in
        CurvePoint(
          x: (truePositives[index] + falsePositives[index]) / total, y: truePositives[index] / positives,
          threshold: thresholds[index])
      }
    return limit.map { CurveReduction.reduce(points, to: $0) } ?? points
  }

  /// Lift: the share of all rows that are taken across, how many times as often the label is met among them as among all rows
  /// up; it ends at (1, 1).
  ///
  /// ```swift
  /// curve.liftCurve().last  // all taken: the label is met as often as it is
  /// ```
  ///
  /// y is the cumulative gain divided by x, which is the precision divided by the share of rows with the label; it is
  /// undefined where nothing is taken, so that the curve begins at the highest score. From 0 to n / (tp + fn), 1 being a
  /// guess. Rows of equal scores are taken together. With a `limit`, points are left out as for ``rocCurve(limit:)``, the
  /// height measured in the highest lift. Empty without rows with the label.
  ///
  /// - Complexity: Linear in the number of thresholds.
  public func liftCurve(limit: Int? = pageLimit) -> [CurvePoint] {
    let points = gainCurve(limit: nil).filter { $0.x > 0 }.map { point in
      CurvePoint(x: point.x, y: point.y / point.x, threshold: point.threshold)
    }
    let highest = points.reduce(0) { max($0, $1.y) }
    return Self.reduced(points, to: limit) { ($0.x, highest > 0 ? $0.y / highest : 0) }
  }

  /// The share of the label's own rows among the rows with the highest scores that make up `share` of all.
  ///
  /// Between two thresholds it is on the straight line between their points: what is to be expected if rows of equal scores
  /// are taken in any order. Undefined without rows with the label.
  ///
  /// - Precondition: `share` is from 0 to 1.
  /// - Complexity: O(log *n*) in the number of thresholds.
  public func gain(at share: Double) -> MetricValue {
    precondition((0...1).contains(share), "a share is from 0 to 1")
    guard positives > 0 else { return .undefined("no row that counts has the label") }
    let total = positives + negatives
    func point(_ index: Int) -> (x: Double, y: Double) {
      index < 0
        ? (0, 0)
        : ((truePositives[index] + falsePositives[index]) / total, truePositives[index] / positives)
    }
    let place = thresholds.indices.countBefore { point($0).x >= share }
    guard place < thresholds.count else { return .value(1) }
    let (before, after) = (point(place - 1), point(place))
    guard after.x > before.x else { return .value(before.y) }
    return .value(before.y + (share - before.x) / (after.x - before.x) * (after.y - before.y))
  }
}
