/// The sums over rows behind the metrics that are means, where rows count alike.
struct RowMeans: Hashable, Sendable {
  /// 1 where exactly the true labels were predicted.
  let right: RowMean
  /// −ln p of the true label, clipped.
  let logLoss: RowMean
  /// The squared error of the probabilities.
  let squaredError: RowMean
  /// What the label sets of rows say.
  let sets: SampleSums.Means

  init(_ sums: RowSums, correctWeight: Double, labelCount: Int) {
    let count = sums.rowCount
    right = RowMean(ones: correctWeight, count: count)
    logLoss = sums.logLoss.mean(count: count)
    squaredError = sums.squaredError.mean(count: count)
    sets = sums.samples.means(count: count, labelCount: labelCount)
  }
}
