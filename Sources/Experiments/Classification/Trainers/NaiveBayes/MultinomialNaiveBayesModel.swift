public import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A multinomial naive Bayes model of texts: what ``MultinomialNaiveBayesTrainer`` makes.
///
/// With N(c, j) the number of times that feature j occurs in the training examples of label c, N(c) their sum over features, F
/// the number of features and α the smoothing, the probability of a label c for an example in which j occurs x(j) times is
/// proportional to P(c) · Π ((N(c, j) + α) / (N(c) + α F))^x(j) (Manning, Raghavan and Schütze 2008, Introduction to
/// Information Retrieval, 13.2), as in scikit-learn's `MultinomialNB`. P(c) is the share of c in the training examples, or the
/// same for all labels. A label without training examples has the probability 0. An example without features gets P.
///
/// Where an example may have several labels, each label is decided by itself, between the examples that have it and those that
/// have it not; a label that no training example has gets 0, one that all have gets 1.
public struct MultinomialNaiveBayesModel: Hashable, Sendable {
  /// The labels, in the order of the columns of probabilities.
  public let labels: [ExactString]
  /// Whether an example may have several labels.
  public let isMultilabel: Bool
  /// What is added to each count; above 0.
  public let alpha: Double
  /// Whether frequent labels are more probable to begin with.
  public let fitsPrior: Bool
  let features: HashedCounts
  let counts: NaiveBayesCounts

  init(
    labels: [ExactString], isMultilabel: Bool, alpha: Double, fitsPrior: Bool, features: HashedCounts,
    counts: NaiveBayesCounts
  ) {
    self.labels = labels
    self.isMultilabel = isMultilabel
    self.alpha = alpha
    self.fitsPrior = fitsPrior
    self.features = features
    self.counts = counts
  }

  /// The probabilities of a dataset.
  ///
  /// - Parameter dataset: The examples; their truth is not looked at.
  /// - Returns: `[i][k]`: of example `i` and label `k` of ``labels``.
  /// - Complexity: Linear in examples × (labels + their words × labels in which these occur).
  public func probabilities(of dataset: ClassificationDataset) -> [[Double]] {
    probabilities(ofRows: features.rows(of: dataset))
  }

  func probabilities(ofRows rows: [[FeatureCount]]) -> [[Double]] {
    isMultilabel ? rows.map { severalLabels($0) } : oneLabel(rows)
  }

  private var smoothing: Double { alpha * Double(features.featureCount) }

  private func oneLabel(_ rows: [[FeatureCount]]) -> [[Double]] {
    let seen = counts.examplesOfLabel.map { $0 > 0 }
    let seenCount = seen.count { $0 }
    let priors = counts.examplesOfLabel.map { count -> Double in
      guard count > 0 else { return -.infinity }
      return fitsPrior ? log(Double(count) / Double(counts.examples)) : -log(Double(seenCount))
    }
    let denominators = counts.totalOfLabel.map { log(Double($0) + smoothing) }
    let logAlpha = log(alpha)
    return rows.map { row in
      var sums = priors
      let size = row.reduce(0.0) { $0 + Double($1.count) }
      // Every label as if no feature occurred in it, then what those that do occur add.
      for label in sums.indices where seen[label] { sums[label] += size * (logAlpha - denominators[label]) }
      for feature in row {
        for cell in counts.cells[feature.feature] ?? [] {
          sums[cell.label] += Double(feature.count) * (log(Double(cell.count) + alpha) - logAlpha)
        }
      }
      return Self.normalised(sums)
    }
  }

  private func severalLabels(_ row: [FeatureCount]) -> [Double] {
    let logAlpha = log(alpha)
    let size = row.reduce(0.0) { $0 + Double($1.count) }
    // ln of the odds of having each label; first as if no feature occurred with it.
    let without = row.reduce(0.0) { sum, feature in
      let total = Double(counts.totalOfFeature[feature.feature] ?? 0)
      return sum + Double(feature.count) * (logAlpha - log(total + alpha))
    }
    var odds = labels.indices.map { label -> Double in
      let (has, lacks) = (counts.examplesOfLabel[label], counts.examples - counts.examplesOfLabel[label])
      let prior = fitsPrior ? log(Double(max(has, 1))) - log(Double(max(lacks, 1))) : 0
      let totals = (Double(counts.totalOfLabel[label]), Double(counts.total - counts.totalOfLabel[label]))
      return prior + without - size * (log(totals.0 + smoothing) - log(totals.1 + smoothing))
    }
    for feature in row {
      let total = counts.totalOfFeature[feature.feature] ?? 0
      for cell in counts.cells[feature.feature] ?? [] {
        let with = log(Double(cell.count) + alpha) - log(Double(total - cell.count) + alpha)
        odds[cell.label] += Double(feature.count) * (with - logAlpha + log(Double(total) + alpha))
      }
    }
    return labels.indices.map { label in
      let has = counts.examplesOfLabel[label]
      if has == 0 { return 0 }
      return has == counts.examples ? 1 : 1 / (1 + exp(-odds[label]))
    }
  }

  /// Probabilities from their logarithms but for a common addend.
  private static func normalised(_ sums: [Double]) -> [Double] {
    let largest = sums.max() ?? 0
    // Nothing was learnt: no label is more probable than another.
    guard largest.isFinite else { return sums.map { _ in 1 / Double(sums.count) } }
    let terms = sums.map { exp($0 - largest) }
    let total = terms.reduce(0, +)
    return terms.map { $0 / total }
  }
}
