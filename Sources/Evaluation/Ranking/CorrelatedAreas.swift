/// The areas under two ROC curves of one label that rest on the same rows.
///
/// With V the placements of rows by the scores of either classifier, the covariance of the areas is S₁/m + S₀/n, S₁ and S₀
/// being the sample covariances (divisor one less) of the placements of the m rows with the label and of the n others
/// (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44, equation 5; from ranks as Sun and Xu 2014). Sums are of whole
/// numbers and so exact.
struct CorrelatedAreas: Hashable, Sendable {
  /// The area of the candidate.
  let candidate: Double
  /// The area of the baseline.
  let baseline: Double
  /// The variance of ``candidate``.
  let candidateVariance: Double
  /// The variance of ``baseline``.
  let baselineVariance: Double
  /// The covariance of both.
  let covariance: Double
  /// The number of rows.
  let count: Int

  /// The areas of two classifiers, both placements being of the same rows in the same order.
  ///
  /// - Throws: If there are fewer than two rows with or without the label.
  /// - Complexity: Linear in the number of rows.
  init(candidate: Placements, baseline: Placements) throws(UndefinedReason) {
    precondition(candidate.isPositive == baseline.isPositive, "both classifiers are about the same rows")
    guard let candidateVariance = candidate.sums.areaVariance, let candidateArea = candidate.sums.area,
      let baselineVariance = baseline.sums.areaVariance, let baselineArea = baseline.sums.area
    else { throw UndefinedReason("fewer than two rows with or without the label") }
    self.candidate = candidateArea
    self.baseline = baselineArea
    self.candidateVariance = candidateVariance
    self.baselineVariance = baselineVariance
    count = candidate.halves.count
    var products: (positives: UInt128, negatives: UInt128) = (0, 0)
    for row in candidate.halves.indices {
      let product = UInt128(UInt64(candidate.halves[row]) * UInt64(baseline.halves[row]))
      if candidate.isPositive[row] { products.positives += product } else { products.negatives += product }
    }
    func share(_ products: UInt128, count: Int, others: Int) -> Double {
      let means = Int128(candidate.sums.doubledWins) * Int128(baseline.sums.doubledWins)
      let (number, unit) = (Double(count), 2 * Double(others))
      return Double(Int128(products) * Int128(count) - means) / (unit * unit) / number
        / (number * (number - 1))
    }
    covariance =
      share(products.positives, count: candidate.positives, others: candidate.negatives)
      + share(products.negatives, count: candidate.negatives, others: candidate.positives)
  }

  /// The area of the candidate less that of the baseline, with DeLong's interval and test.
  var difference: RankingDifference {
    RankingDifference(
      candidate - baseline, variance: candidateVariance + baselineVariance - 2 * covariance,
      method: .delongPaired, count: count)
  }
}
