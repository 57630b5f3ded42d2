/// What the label sets of single rows say, averaged over rows by weight; each from 0 to 1.
///
/// A row without predicted labels has a precision of 0, one without true labels a recall of 0, one without either
/// an F1 and a Jaccard index of 0, as in scikit-learn.
public struct SampleAverages: Hashable, Sendable {
  /// The mean share of the predicted labels that are true.
  public var precision: Double
  /// The mean share of the true labels that were predicted.
  public var recall: Double
  /// The mean of 2 |true and predicted| / (|true| + |predicted|).
  public var f1: Double
  /// The mean of |true and predicted| / |true or predicted|.
  public var jaccard: Double
  /// The share of the cells of rows × labels that are wrong.
  public var hammingLoss: Double
}
