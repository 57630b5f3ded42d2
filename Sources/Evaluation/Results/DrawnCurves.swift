/// The curves of one label as points that a drawing needs.
public struct DrawnCurves: Hashable, Sendable {
  /// What the points are chosen among: the thresholds that the shape of curves depends on, with those around the equal
  /// error rate and the lowest among them.
  public var outline: RankCurve
  /// The ROC curve: false positive rate across, true positive rate up, from (0, 0) to (1, 1); empty unless there are
  /// rows with and without the label.
  public var roc: [CurvePoint]
  /// The precision-recall curve: recall across, precision up, from the lowest threshold to the highest; empty unless
  /// there are rows with the label.
  public var precisionRecall: [CurvePoint]
}
