/// A column of predictions that a slice expression may ask for.
enum SliceColumn: Hashable, Sendable {
  case id
  case text
  case image
  case truth
  case predicted
  case group
  case fold
  case confidence
  case weight
  /// A further column, by its index in ``PredictionSchema/attributeNames``.
  case attribute(Int)

  /// Whether its values are numbers to begin with.
  var isNumber: Bool { self == .confidence || self == .weight }

  /// The columns that are no attributes, by the names that expressions give them.
  static let named: [(name: String, column: SliceColumn)] = [
    ("id", .id), ("text", .text), ("image", .image), ("y_true", .truth), ("y_pred", .predicted),
    ("group", .group), ("fold", .fold), ("confidence", .confidence), ("sample_weight", .weight),
  ]

  /// Whether predictions have it.
  ///
  /// A column of text is there if every batch has it.
  func isThere(in predictions: Predictions) -> Bool {
    let schema = predictions.schema
    let batches = predictions.batches
    return switch self {
    case .id, .truth, .predicted, .attribute: true
    case .text: batches.allSatisfy { $0.texts != nil }
    case .image: batches.allSatisfy { $0.images != nil }
    case .group: batches.allSatisfy { $0.groups != nil }
    case .fold: batches.allSatisfy { $0.folds != nil }
    case .confidence: schema.hasProbabilities && schema.task != .multilabel
    case .weight: schema.hasWeights
    }
  }
}
