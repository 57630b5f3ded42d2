import Foundation

/// How evenly rows are spread over the labels: what the test set is like, not the classifier.
///
/// ```swift
/// evaluation.classBalance.majorityShare  // .value(0.63): what predicting the commonest label gets right
/// ```
public struct ClassBalance: Hashable, Sendable {
  /// The weight of the rows with each label, in the order of the labels; whole numbers without weights.
  public let counts: [Double]
  /// The share of rows with each label, in the order of the labels; undefined without rows.
  ///
  /// Where rows may have several labels, they need not sum to 1.
  public let shares: [MetricValue]
  /// The label that most rows have, the first of several; nil without rows that have a label.
  public let majorityLabel: Int?
  /// The share of rows with that label: where each row has one label, the accuracy of predicting nothing
  /// else.
  public let majorityShare: MetricValue
  /// The largest count divided by the smallest that is not 0, from 1; undefined unless some row has a label.
  public let imbalanceRatio: MetricValue
  /// exp(−Σ fₖ ln fₖ), fₖ the share of label k among all labels of all rows: so many equally frequent labels
  /// would be as diverse (Hill 1973, Ecology 54).
  ///
  /// From 1 to the number of labels; undefined unless some row has a label.
  public let effectiveLabels: MetricValue
  /// The normalised entropy −Σ fₖ ln fₖ / ln K, from 0 (one label) to 1 (all K labels equally frequent;
  /// Pielou 1966, Journal of Theoretical Biology 13).
  ///
  /// Undefined below two labels, and unless some row has a label.
  public let evenness: MetricValue

  init(counts: [Double], weightSum: Double) {
    self.counts = counts
    shares = counts.map { .ratio($0, weightSum, else: "no row counts") }
    let present = counts.filter { $0 > 0 }
    guard let most = present.max(), let least = present.min() else {
      let none = MetricValue.undefined("no row that counts has a label")
      majorityLabel = nil
      majorityShare = weightSum > 0 ? .value(0) : .undefined("no row counts")
      imbalanceRatio = none
      effectiveLabels = none
      evenness = none
      return
    }
    majorityLabel = counts.firstIndex(of: most)
    majorityShare = .ratio(most, weightSum, else: "no row counts")
    imbalanceRatio = .value(most / least)
    let total = present.reduce(0, +)
    let entropy = max(0, present.reduce(0) { $0 - $1 / total * log($1 / total) })
    effectiveLabels = .value(min(exp(entropy), Double(present.count)))
    evenness =
      counts.count > 1
      ? .value(min(1, entropy / log(Double(counts.count)))) : .undefined("there is one label only")
  }
}

extension ClassificationEvaluation {
  /// How evenly rows are spread over the labels.
  public var classBalance: ClassBalance {
    ClassBalance(counts: statistics.labelCounts.map(\.support), weightSum: weightSum)
  }
}
