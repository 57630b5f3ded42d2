/// What rows change of 1 − L / H, L being a mean loss and H that of always giving the labels' frequencies.
///
///     ψ = (L (h − H) / H − (l − L)) / H
///
/// l is the loss of a row, and h what a row of its label moves H by.
struct RelativeLoss: Sendable {
  private let loss: RowTerm
  private let mean: RowMean
  private let sums: @Sendable (LossesByLabel) -> [Double]
  private let nullMean: Double
  /// L (h − H) / H of each label.
  private let shifts: [Double]

  /// What rows change of a score.
  ///
  /// `loss` is l, and `mean` what its sums over all rows are; `sums` picks those of the rows of each label. `null` is h of
  /// each label, `nullMean` H.
  init(
    _ loss: RowTerm, mean: RowMean, sums: @escaping @Sendable (LossesByLabel) -> [Double], null: [Double],
    nullMean: Double
  ) {
    self.loss = loss
    self.mean = mean
    self.sums = sums
    self.nullMean = nullMean
    shifts = null.map { mean.mean * ($0 - nullMean) / nullMean }
  }

  /// The term whose mean, 0, has the standard error of the score.
  var term: RowTerm {
    RowTerm(summed: { total($0) }) { [loss, mean, nullMean, shifts] batch, schema in
      zip(loss.values(batch, schema), batch.truth).map { loss, truth in
        (shifts[Int(truth)] - (loss - mean.mean)) / nullMean
      }
    }
  }

  /// Σ ψ and Σ ψ² from the sums over the rows of each label, without the rows.
  private func total(_ statistics: ClassificationStatistics) -> RowMean? {
    let sums = sums(statistics.lossesByLabel)
    guard sums.count == shifts.count else { return nil }
    var sum = 0.0
    var squares = max(0, mean.squares - mean.sum * mean.mean)
    for (label, counts) in statistics.labelCounts.enumerated() {
      let shift = shifts[label]
      sum += counts.support * shift
      squares += counts.support * shift * shift - 2 * shift * (sums[label] - counts.support * mean.mean)
    }
    return RowMean(sum: sum / nullMean, squares: squares / (nullMean * nullMean), count: mean.count)
  }
}
