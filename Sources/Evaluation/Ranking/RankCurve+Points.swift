extension RankCurve {
  /// The most points that a curve on a page has.
  public static let pageLimit = 500

  /// The ROC curve: false positive rate across, true positive rate up, from (0, 0) to (1, 1).
  ///
  /// The first point has an infinite threshold, as in scikit-learn's `roc_curve(…, drop_intermediate=False)`. With a
  /// `limit`, the points that the area depends on least are left out until at most so many are left. Empty unless
  /// there are rows with and without the label.
  ///
  /// - Complexity: Linear in the number of thresholds.
  public func rocCurve(limit: Int? = pageLimit) -> [CurvePoint] {
    guard positives > 0, negatives > 0 else { return [] }
    var points = [CurvePoint(x: 0, y: 0, threshold: .infinity)]
    for index in thresholds.indices {
      points.append(
        CurvePoint(
          x: falsePositives[index] / negatives, y: truePositives[index] / positives,
          threshold: thresholds[index]))
    }
    return limit.map { CurveReduction.reduce(points, to: $0) } ?? points
  }

  /// The precision-recall curve: recall across, precision up, from the lowest threshold to the highest.
  ///
  /// The last point is (0, 1) with an infinite threshold, as in scikit-learn's `precision_recall_curve`. `limit` is as
  /// for ``rocCurve(limit:)``. Empty unless there are rows with the label.
  ///
  /// - Complexity: Linear in the number of thresholds.
  public func precisionRecallCurve(limit: Int? = pageLimit) -> [CurvePoint] {
    guard positives > 0 else { return [] }
    var points = thresholds.indices.reversed().map { index in
      CurvePoint(
        x: truePositives[index] / positives,
        y: truePositives[index] / (truePositives[index] + falsePositives[index]),
        threshold: thresholds[index])
    }
    points.append(CurvePoint(x: 0, y: 1, threshold: .infinity))
    return limit.map { CurveReduction.reduce(points, to: $0) } ?? points
  }
}
