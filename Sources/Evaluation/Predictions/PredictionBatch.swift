/// Consecutive rows of predictions, column by column.
///
/// A column that a file does not have is empty, or absent. Whoever fills a batch answers for its values: label
/// indices from 0 to below the number of labels, probabilities from 0 to 1 and no NaN, weights finite and not
/// negative. ``Predictions/init(schema:batches:)`` checks the lengths.
public struct PredictionBatch: Equatable, Sendable {
  /// The number of rows.
  public var count: Int
  /// The true label of each row, as an index into the labels; empty when rows may have several.
  public var truth: [Int32]
  /// The predicted label of each row; empty when rows may have several.
  public var predicted: [Int32]
  /// 1 where a label is true, else 0: `truthSets[row * labels + label]`; empty unless rows may have several.
  public var truthSets: [UInt8]
  /// 1 where a label is predicted, else 0, laid out as ``truthSets``.
  public var predictedSets: [UInt8]
  /// The probabilities: `probabilities[row * scoredLabelCount + label]`; empty without any.
  public var probabilities: [Double]
  /// The weight of each row; empty without weights.
  public var weights: [Double]
  /// The name of each row; absent when a row is named by its number, counted from 0.
  public var ids: TextColumn?
  /// The classified text of each row.
  public var texts: TextColumn?
  /// The path of the classified image of each row.
  public var images: TextColumn?
  /// The group of each row, such as a patient.
  public var groups: TextColumn?
  /// The fold in which each row was predicted.
  public var folds: TextColumn?
  /// The further columns, in the order of ``PredictionSchema/attributeNames``.
  public var attributes: [TextColumn]

  /// A batch of `count` rows; every column is empty or has the length that its property states.
  public init(
    count: Int,
    truth: [Int32] = [],
    predicted: [Int32] = [],
    truthSets: [UInt8] = [],
    predictedSets: [UInt8] = [],
    probabilities: [Double] = [],
    weights: [Double] = [],
    ids: TextColumn? = nil,
    texts: TextColumn? = nil,
    images: TextColumn? = nil,
    groups: TextColumn? = nil,
    folds: TextColumn? = nil,
    attributes: [TextColumn] = []
  ) {
    self.count = count
    self.truth = truth
    self.predicted = predicted
    self.truthSets = truthSets
    self.predictedSets = predictedSets
    self.probabilities = probabilities
    self.weights = weights
    self.ids = ids
    self.texts = texts
    self.images = images
    self.groups = groups
    self.folds = folds
    self.attributes = attributes
  }
}

extension PredictionBatch {
  /// Whether the lengths of all columns are those that `schema` calls for.
  func fits(_ schema: PredictionSchema) -> Bool {
    let isMultilabel = schema.task == .multilabel
    let single = isMultilabel ? 0 : count
    let sets = isMultilabel ? count * schema.labels.count : 0
    let columns = [ids, texts, images, groups, folds].compactMap { $0 } + attributes
    return truth.count == single && predicted.count == single
      && truthSets.count == sets && predictedSets.count == sets
      && probabilities.count == count * schema.scoredLabelCount
      && weights.count == (schema.hasWeights ? count : 0)
      && attributes.count == schema.attributeNames.count
      && columns.allSatisfy { $0.count == count }
  }
}
