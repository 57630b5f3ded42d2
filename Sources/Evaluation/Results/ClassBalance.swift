import Foundation

/// How evenly rows are spread over the labels: a property of the test set, not of the classifier.
///
/// ```swift
/// evaluation.classBalance.majorityShare   // 0.63: what always predicting the commonest label would get right
/// ```
public struct ClassBalance: Hashable, Sendable {
  /// The weight of the rows with each label, in the order of the labels.
  public let counts: [Double]
  /// The share of rows with each label, undefined without rows; where rows may have several, they sum to more than 1.
  public let shares: [MetricValue]
  /// The share of rows with the commonest label: the accuracy of predicting nothing else.
  public let majorityShare: MetricValue
  /// The largest count divided by the smallest that is not 0; undefined unless some label is true.
  public let imbalanceRatio: MetricValue
  /// So many equally frequent labels would be as diverse, from 1 to the number of labels (Hill 1973, Ecology 54).
  ///
  /// exp(−Σ fₖ ln fₖ), fₖ the share of label k among all true labels.
  public let effectiveLabels: MetricValue
  /// −Σ fₖ ln fₖ / ln K, from 0 (one label) to 1 (all equally frequent); undefined for fewer than two labels.
  public let evenness: MetricValue

  init(counts: [Double], weightSum: Double) {
    self.counts = counts
    shares = counts.map { .ratio($0, weightSum, else: "no row counts") }
    majorityShare = .ratio(counts.max() ?? 0, weightSum, else: "no row counts")
    let present = counts.filter { $0 > 0 }
    let total = present.reduce(0, +)
    guard let most = present.max(), let least = present.min() else {
      imbalanceRatio = .undefined("no row that counts has a label")
      effectiveLabels = imbalanceRatio
      evenness = imbalanceRatio
      return
    }
    imbalanceRatio = .value(most / least)
    let entropy = present.reduce(0.0) { $0 - $1 / total * log($1 / total) }
    effectiveLabels = .value(exp(entropy))
    evenness =
      counts.count > 1
      ? .value(min(1, max(0, entropy) / log(Double(counts.count)))) : .undefined("there is one label only")
  }
}

extension ClassificationEvaluation {
  /// How evenly rows are spread over the labels.
  public var classBalance: ClassBalance {
    ClassBalance(counts: statistics.labelCounts.map(\.support), weightSum: weightSum)
  }
}
