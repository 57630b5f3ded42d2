public import Diagnostics

/// A row that one of two sets of predictions has right and the other wrong.
public struct ChangedExample: Hashable, Sendable {
  /// The row's number in the baseline, counted from 0.
  public var row: Int
  /// The name of the row.
  public var id: String
  /// The true labels: one unless rows may have several.
  public var truth: [ExactString]
  /// The labels that the baseline predicted.
  public var baseline: [ExactString]
  /// The labels that the candidate predicted.
  public var candidate: [ExactString]
  /// The baseline's probability of the true label; absent without probabilities, or when rows may have several labels.
  public var baselineProbability: Double?
  /// The candidate's probability of the true label, likewise.
  public var candidateProbability: Double?
  /// The classified text.
  public var text: String?
  /// The path of the classified image.
  public var image: String?

  init(_ baseline: PredictionRow, _ candidate: PredictionRow) {
    row = baseline.number
    id = baseline.id
    truth = baseline.truthNames
    self.baseline = baseline.predictedNames
    self.candidate = candidate.predictedNames
    let label = baseline.schema.task == .multilabel ? nil : baseline.truth.first
    baselineProbability = label.flatMap { baseline.probability(of: $0) }
    candidateProbability = label.flatMap { candidate.probability(of: $0) }
    text = baseline.text ?? candidate.text
    image = baseline.image ?? candidate.image
  }
}
