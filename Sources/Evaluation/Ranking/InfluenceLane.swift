/// An average over labels whose variance follows from what each row adds to it.
enum InfluenceLane: Int, CaseIterable, Sendable {
  /// The mean of the labels' areas under the ROC curve.
  case area
  /// The mean of the labels' areas, weighted by how many rows have the label.
  case weightedArea
  /// The mean of the labels' average precisions.
  case precision
  /// The mean of the labels' average precisions, weighted by how many rows have the label.
  case weightedPrecision
  /// The mean over pairs of labels of the areas among their rows; only where each row has one label.
  case pairArea
  /// The mean over pairs of labels, weighted by how many rows have either; only where each row has one label.
  case weightedPairArea

  /// How many of the lanes are not of pairs of labels; they come first.
  static let countWithoutPairs = 4

  /// Whether it is an average over pairs of labels.
  var isOfPairs: Bool { rawValue >= Self.countWithoutPairs }
}
