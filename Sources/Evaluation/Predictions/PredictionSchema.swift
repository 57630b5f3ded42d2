public import Diagnostics

/// What the rows of a set of predictions have in common.
public struct PredictionSchema: Hashable, Sendable {
  /// What was to be decided for each row.
  public var task: ClassificationTask
  /// Every label, in the order in which everything is reported; rows name a label by its index in here.
  public var labels: [ExactString]
  /// How many labels have a probability column: the first so many of ``labels``; 0 without probabilities.
  public var scoredLabelCount: Int
  /// The index of the positive label of a binary problem; absent for other tasks.
  public var positive: Int?
  /// Whether rows have weights; without them every row counts once.
  public var hasWeights: Bool
  /// The names of the further columns, in the order of ``PredictionBatch/attributes``.
  public var attributeNames: [ExactString]
  /// Why the probabilities cannot serve as distributions over the labels, as a clause without full stop.
  ///
  /// The rows of the file do not sum to 1, say. The metrics that need a distribution are then undefined with this
  /// reason. Absent when nothing is wrong.
  public var probabilityProblem: String?

  /// A schema; by default of unweighted rows without probabilities.
  ///
  /// - Precondition: `scoredLabelCount` is from 0 to the number of labels; `positive`, where given, is the index of
  ///   a label.
  public init(
    task: ClassificationTask,
    labels: [ExactString],
    scoredLabelCount: Int = 0,
    positive: Int? = nil,
    hasWeights: Bool = false,
    attributeNames: [ExactString] = [],
    probabilityProblem: String? = nil
  ) {
    precondition((0...labels.count).contains(scoredLabelCount), "only labels can have probabilities")
    precondition(positive.map { labels.indices.contains($0) } ?? true, "the positive label is a label")
    self.task = task
    self.labels = labels
    self.scoredLabelCount = scoredLabelCount
    self.positive = positive
    self.hasWeights = hasWeights
    self.attributeNames = attributeNames
    self.probabilityProblem = probabilityProblem
  }
}

extension PredictionSchema {
  /// Whether any label has a probability column.
  public var hasProbabilities: Bool { scoredLabelCount > 0 }
}
