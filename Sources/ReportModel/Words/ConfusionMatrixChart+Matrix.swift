import ChartKit
import Diagnostics
import Evaluation

extension ConfusionMatrixChart {
  /// Matrices of more labels are not drawn: a chart takes every cell, also those that are 0.
  static let labelLimit = 1000

  /// The chart of a matrix; nil for one of too many labels.
  ///
  /// - Complexity: Quadratic in the number of labels.
  init?(_ confusion: ConfusionMatrix, noun: ExampleNoun) {
    guard confusion.labels.count <= Self.labelLimit else { return nil }
    self.init(labels: confusion.labels.map(\.text), counts: confusion.dense, noun: noun.plural)
  }
}
