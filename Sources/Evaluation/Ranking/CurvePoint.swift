/// A point of a curve over all thresholds.
public struct CurvePoint: Hashable, Sendable {
  /// Across: the false positive rate of a ROC curve, the recall of a precision-recall curve.
  public var x: Double
  /// Up: the true positive rate of a ROC curve, the precision of a precision-recall curve.
  public var y: Double
  /// Rows with at least this probability count as positive; infinite where none does.
  public var threshold: Double

  /// A point.
  public init(x: Double, y: Double, threshold: Double) {
    self.x = x
    self.y = y
    self.threshold = threshold
  }
}
