extension RankCurve {
  /// The detection error tradeoff: false positive rate across, false negative rate up, from the highest threshold to the
  /// lowest.
  ///
  /// ```swift
  /// curve.detCurve().first  // no false positives, and the fewest misses that allow it
  /// ```
  ///
  /// FPR = fp / (fp + tn), FNR = fn / (tp + fn); both axes are usually drawn by the quantiles of the normal distribution, on
  /// which scores that are normal in both classes give a straight line (Martin et al. 1997, Eurospeech). The curve begins at
  /// the lowest threshold without a false positive, which is infinite where the highest score already has one, and ends at
  /// the highest threshold without a false negative: the points of scikit-learn's `det_curve`, in the opposite order. Rows
  /// of equal scores cross a threshold together. With a `limit`, the points that matter least for the area between
  /// quantiles, held to rates of 10⁻⁴ to 1 − 10⁻⁴, are left out until at most so many are left. Empty unless there are rows
  /// with and without the label.
  ///
  /// - Complexity: Linear in the number of thresholds.
  public func detCurve(limit: Int? = pageLimit) -> [CurvePoint] {
    guard positives > 0, negatives > 0 else { return [] }
    let points = allErrorRates
    let first = points.lastIndex { $0.x == 0 } ?? 0
    let last = points.firstIndex { $0.y == 0 } ?? points.count - 1
    // A perfect ranking has both at one threshold.
    guard first < last else { return [points[first]] }
    let part = Array(points[first...last])
    let isLong = limit != nil && part.count > Self.longCurve
    return Self.reduced(isLong ? Self.thinnedByRatio(part) : part, to: limit) { point in
      (Self.deviate(point.x), Self.deviate(point.y))
    }
  }

  /// The rate at which as large a share of the positives is missed as of the others is taken along: 0 for a perfect ranking,
  /// about one half for a guess.
  ///
  /// Where the curve steps over the diagonal, the place between the two thresholds is found on the straight line between
  /// their points. Undefined without rows with, or without rows without the label.
  ///
  /// - Complexity: O(log *n*) in the number of thresholds.
  public var equalErrorRate: MetricValue {
    guard positives > 0 else { return .undefined("no row that counts has the label") }
    guard negatives > 0 else { return .undefined("every row that counts has the label") }
    func point(_ index: Int) -> (x: Double, y: Double) {
      index < 0
        ? (0, 1)
        : (falsePositives[index] / negatives, (positives - truePositives[index]) / positives)
    }
    let place = thresholds.indices.countBefore { index in
      let (x, y) = point(index)
      return x >= y
    }
    let (before, after) = (point(place - 1), point(place))
    let (gapBefore, gapAfter) = (before.y - before.x, after.x - after.y)
    return .value(before.x + gapBefore / (gapBefore + gapAfter) * (after.x - before.x))
  }

  /// Curves of more points are thinned before quantiles are looked up.
  private static let longCurve = 20_000

  /// The points at which either rate, or what it lacks to 1, is a thousandth further than at the last one kept, each with the
  /// point before it: what lies between cannot be told apart, also by quantiles.
  static func thinnedByRatio(_ points: [CurvePoint]) -> [CurvePoint] {
    guard var last = points.first else { return [] }
    var kept = [last]
    var lastKept = 0
    let step = 1.0 / 1_024
    for index in points.indices.dropFirst() {
      let point = points[index]
      let isFar =
        point.x - last.x > step * min(last.x, 1 - point.x)
        || last.y - point.y > step * min(point.y, 1 - last.y)
      guard isFar || index == points.count - 1 else { continue }
      if lastKept < index - 1 { kept.append(points[index - 1]) }
      kept.append(point)
      last = point
      lastKept = index
    }
    return kept
  }

  /// Both rates at infinity and at every threshold.
  private var allErrorRates: [CurvePoint] {
    [CurvePoint(x: 0, y: 1, threshold: .infinity)]
      + thresholds.indices.map { index in
        CurvePoint(
          x: falsePositives[index] / negatives, y: (positives - truePositives[index]) / positives,
          threshold: thresholds[index])
      }
  }

  /// Where a rate stands between 0 and 1 by its normal quantile.
  private static func deviate(_ rate: Double) -> Double {
    let end = NormalDistribution.quantile(1 - 1e-4)
    return (NormalDistribution.quantile(min(max(rate, 1e-4), 1 - 1e-4)) + end) / (2 * end)
  }

  /// At most `limit` of `points`, chosen by the area of the curve in the coordinates of `place`.
  ///
  /// - Precondition: Thresholds are distinct.
  static func reduced(
    _ points: [CurvePoint], to limit: Int?, at place: (CurvePoint) -> (x: Double, y: Double)
  ) -> [CurvePoint] {
    guard let limit, points.count > limit else { return points }
    let placed = points.map { point in
      let (x, y) = place(point)
      return CurvePoint(x: x, y: y, threshold: point.threshold)
    }
    var kept = CurveReduction.reduce(placed, to: limit).makeIterator()
    var next = kept.next()
    return points.filter { point in
      guard point.threshold == next?.threshold else { return false }
      next = kept.next()
      return true
    }
  }
}
