/// An average over labels whose variance follows from what each row adds to it.
///
/// Lanes that are asked for more often come first: rows have the lanes up to the last one needed.
enum InfluenceLane: Int, CaseIterable, Sendable {
  /// The mean of the labels' areas under the ROC curve.
  case area
  /// The mean of the labels' average precisions.
  case precision
  /// The mean of the labels' areas, weighted by how many rows have the label.
  case weightedArea
  /// The mean of the labels' average precisions, weighted by how many rows have the label.
  case weightedPrecision
  /// The mean over pairs of labels of the areas among their rows; only where each row has one label.
  case pairArea
  /// The mean over pairs of labels, weighted by how many rows have either; only where each row has one label.
  case weightedPairArea

  /// How many of the lanes are plain means, and how many are not of pairs of labels.
  static let countOfMeans = 2
  static let countWithoutPairs = 4

  /// Whether it is an average over pairs of labels.
  var isOfPairs: Bool { rawValue >= Self.countWithoutPairs }

  /// How much has to be found out for it.
  var extent: RankingExtent {
    isOfPairs ? .everything : rawValue < Self.countOfMeans ? .means : .labels
  }
}
