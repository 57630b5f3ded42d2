import ChartKit
import Diagnostics
import Evaluation

extension ConfusionMatrixChart {
  /// The chart of a matrix of any size.
  init(_ confusion: ConfusionMatrix, noun: ExampleNoun, isSmall: Bool = false, subject: String? = nil) {
    self.init(
      labels: confusion.labels.map(\.text), counts: confusion.dense, noun: noun.plural, isSmall: isSmall,
      subject: subject)
  }
}
