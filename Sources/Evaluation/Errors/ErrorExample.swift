public import Diagnostics

/// A row that was classified wrongly.
public struct ErrorExample: Hashable, Sendable {
  /// The global number of the row, counted from 0.
  public var row: Int
  /// The name of the row.
  public var id: String
  /// The true labels: one unless rows may have several.
  public var truth: [ExactString]
  /// The predicted labels: one unless rows may have several.
  public var predicted: [ExactString]
  /// The label that the list is about.
  public var label: ExactString
  /// The probability of ``label``; absent without probabilities.
  public var probability: Double?
  /// The probability of the predicted label; absent without probabilities, or when rows may have several labels.
  public var predictedProbability: Double?
  /// The classified text.
  public var text: String?
  /// The path of the classified image.
  public var image: String?

  /// What `row` shows about the label at `label`.
  init(_ row: PredictionRow, label: Int) {
    self.row = row.number
    id = row.id
    truth = row.truthNames
    predicted = row.predictedNames
    self.label = row.schema.labels[label]
    probability = row.probability(of: label)
    let single = row.schema.task == .multilabel ? nil : row.predicted.first
    predictedProbability = single.flatMap { row.probability(of: $0) }
    text = row.text
    image = row.image
  }
}
