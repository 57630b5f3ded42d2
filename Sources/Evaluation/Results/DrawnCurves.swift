/// The curves of one label as points that a drawing needs.
public struct DrawnCurves: Hashable, Sendable {
  /// The ROC curve: false positive rate across, true positive rate up, from (0, 0) to (1, 1); empty unless there are
  /// rows with and without the label.
  public var roc: [CurvePoint]
  /// The precision-recall curve: recall across, precision up, from the lowest threshold to the highest; empty unless
  /// there are rows with the label.
  public var precisionRecall: [CurvePoint]
}
