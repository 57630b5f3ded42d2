/// The sums behind ``SampleAverages``.
struct SampleSums: Hashable, Sendable {
  private var precision = TermSum()
  private var recall = TermSum()
  private var f1 = TermSum()
  private var jaccard = TermSum()
  private var wrongCells = 0.0
  /// Σ (wrong labels of a row)², exact as whole numbers are.
  private var wrongCellSquares = 0.0

  /// Adds a row of which so many labels are true and predicted, predicted, and true.
  ///
  /// `weight` is nil while rows are unweighted.
  mutating func add(both: Int, predicted: Int, truth: Int, weight: Double?) {
    let either = predicted + truth - both
    let terms = (
      Self.share(both, predicted), Self.share(both, truth), Self.share(2 * both, predicted + truth),
      Self.share(both, either)
    )
    let wrong = Double(either - both)
    wrongCells += wrong * (weight ?? 1)
    wrongCellSquares += wrong * wrong
    if let weight {
      precision.add(terms.0, weight: weight)
      recall.add(terms.1, weight: weight)
      f1.add(terms.2, weight: weight)
      jaccard.add(terms.3, weight: weight)
    } else {
      precision.add(terms.0)
      recall.add(terms.1)
      f1.add(terms.2)
      jaccard.add(terms.3)
    }
  }

  /// Adds later rows.
  mutating func merge(_ other: SampleSums) {
    precision.merge(other.precision)
    recall.merge(other.recall)
    f1.merge(other.f1)
    jaccard.merge(other.jaccard)
    wrongCells += other.wrongCells
    wrongCellSquares += other.wrongCellSquares
  }

  /// The averages over rows of this total weight.
  func averages(weightSum: Double, labelCount: Int) -> SampleAverages {
    SampleAverages(
      precision: precision.value / weightSum, recall: recall.value / weightSum, f1: f1.value / weightSum,
      jaccard: jaccard.value / weightSum, hammingLoss: wrongCells / (weightSum * Double(labelCount)))
  }

  /// The sums behind each average over rows that count alike.
  struct Means: Hashable, Sendable {
    var precision: RowMean
    var recall: RowMean
    var f1: RowMean
    var jaccard: RowMean
    var hammingLoss: RowMean
  }

  /// What the averages over `count` unweighted rows and their errors follow from.
  func means(count: Int, labelCount: Int) -> Means {
    let labels = Double(labelCount)
    return Means(
      precision: precision.mean(count: count), recall: recall.mean(count: count), f1: f1.mean(count: count),
      jaccard: jaccard.mean(count: count),
      hammingLoss: RowMean(
        sum: wrongCells / labels, squares: wrongCellSquares / (labels * labels), count: count))
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
