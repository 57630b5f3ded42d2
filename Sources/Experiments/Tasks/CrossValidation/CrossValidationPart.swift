public import Diagnostics
import Evaluation

/// What a model said of one part of the data: the validation part of a split, its training part, or the test data.
public struct CrossValidationPart: Hashable, Sendable {
  /// What was predicted.
  public let dataset: ClassificationDataset
  /// All labels, in the order of the columns of probabilities.
  public let labels: [ExactString]
  /// `[i][k]`: the probability of example `i` and label `k`.
  public let probabilities: [[Double]]
  /// The positive label of a binary problem; nil otherwise.
  public let positive: ExactString?
  /// How the rows fall at each threshold; empty unless the problem is binary.
  public let thresholdMetrics: [ThresholdMetrics]

  init(
    _ dataset: ClassificationDataset, labels: [ExactString], probabilities: [[Double]],
    positive: ExactString?,
    thresholds: [Double], beta: Double
  ) {
    self.dataset = dataset
    self.labels = labels
    self.probabilities = probabilities
    self.positive = positive
    thresholdMetrics =
      positive.map { positive in
        let column = labels.firstIndex(of: positive) ?? 0
        let rows = dataset.ids.indices.map { row in
          (probability: probabilities[row][column], isPositive: dataset.labels(ofRow: row).contains(positive))
        }
        return ThresholdSweep.metrics(rows, thresholds: thresholds, beta: beta)
      } ?? []
  }

  /// What is predicted of every example: with a threshold by it, else the first of the most probable labels; of examples
  /// of several labels every one above 0.5.
  func predicted(threshold: Double?) -> [[ExactString]] {
    let other = labels.first { $0 != positive }
    let column = positive.flatMap { labels.firstIndex(of: $0) }
    return probabilities.map { row in
      if let threshold, let positive, let other, let column {
        return [row[column] >= threshold ? positive : other]
      }
      if dataset.isMultilabel { return zip(labels, row).filter { $0.1 > 0.5 }.map(\.0) }
      return row.indices.max { row[$0] < row[$1] || (row[$0] == row[$1] && $0 > $1) }.map { [labels[$0]] }
        ?? []
    }
  }

  /// This part followed by another of the same labels.
  func appending(_ other: CrossValidationPart) -> CrossValidationPart {
    CrossValidationPart(
      dataset.appending(other.dataset), labels: labels, probabilities: probabilities + other.probabilities,
      positive: positive, thresholds: thresholdMetrics.map(\.threshold),
      beta: thresholdMetrics.first?.beta ?? 1)
  }
}
