public import Diagnostics

/// One row of predictions, seen in place.
public struct PredictionRow: Sendable {
  /// The global number of the row, counted from 0.
  public let number: Int
  let offset: Int
  let batch: PredictionBatch
  let schema: PredictionSchema

  /// The name of the row: its id, else its number.
  public var id: String { batch.ids?[offset] ?? String(number) }
  /// The classified text, where there is one.
  public var text: String? { batch.texts?[offset] }
  /// The path of the classified image, where there is one.
  public var image: String? { batch.images?[offset] }
  /// The group of the row, where there is one.
  public var group: String? { batch.groups?[offset] }
  /// The fold in which the row was predicted, where there is one.
  public var fold: String? { batch.folds?[offset] }
  /// How often the row counts; 1 without weights.
  public var weight: Double { schema.hasWeights ? batch.weights[offset] : 1 }

  /// The indices of the true labels: one unless rows may have several.
  public var truth: [Int] { indices(single: batch.truth, sets: batch.truthSets) }
  /// The indices of the predicted labels: one unless rows may have several.
  public var predicted: [Int] { indices(single: batch.predicted, sets: batch.predictedSets) }
  /// The names of the true labels.
  public var truthNames: [ExactString] { truth.map { schema.labels[$0] } }
  /// The names of the predicted labels.
  public var predictedNames: [ExactString] { predicted.map { schema.labels[$0] } }

  /// Whether the label is true.
  public func isTrue(_ label: Int) -> Bool { holds(label, single: batch.truth, sets: batch.truthSets) }

  /// Whether the label was predicted.
  public func isPredicted(_ label: Int) -> Bool {
    holds(label, single: batch.predicted, sets: batch.predictedSets)
  }

  /// Whether exactly the true labels were predicted.
  public var isRight: Bool {
    guard schema.task == .multilabel else { return batch.truth[offset] == batch.predicted[offset] }
    return batch.truthSets[range].elementsEqual(batch.predictedSets[range])
  }

  /// The probability of a label, or nil if it has no probability column.
  public func probability(of label: Int) -> Double? {
    guard label < schema.scoredLabelCount else { return nil }
    return batch.probabilities[offset * schema.scoredLabelCount + label]
  }

  /// The value of a further column, by its index in ``PredictionSchema/attributeNames``.
  public func attribute(_ index: Int) -> String { batch.attributes[index][offset] }

  private var range: Range<Int> {
    offset * schema.labels.count..<(offset + 1) * schema.labels.count
  }

  private func indices(single: [Int32], sets: [UInt8]) -> [Int] {
    guard schema.task == .multilabel else { return [Int(single[offset])] }
    return schema.labels.indices.filter { sets[range.lowerBound + $0] != 0 }
  }

  private func holds(_ label: Int, single: [Int32], sets: [UInt8]) -> Bool {
    guard schema.task == .multilabel else { return single[offset] == Int32(label) }
    return sets[range.lowerBound + label] != 0
  }
}
