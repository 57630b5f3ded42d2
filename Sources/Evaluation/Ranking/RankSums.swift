/// What a walk through the rows of one label adds up, from the highest score down, group by group of equal scores.
///
/// Rows count alike. The placement of a row with the label is the share of the other rows that score lower, that of
/// another row the share of rows with the label that score higher; equal scores count half (DeLong, DeLong and
/// Clarke-Pearson 1988, Biometrics 44). Placements are kept as whole numbers of half rows, as by the midranks of Sun and
/// Xu (2014, IEEE Signal Processing Letters 21), so that their sums and squares are exact.
struct RankSums: Hashable, Sendable {
  /// The number of rows with the label.
  let positives: Int
  /// The number of other rows.
  let negatives: Int

  /// Rows with the label above the next group, and the others.
  private var positivesAbove: UInt64 = 0
  private var negativesAbove: UInt64 = 0
  /// Twice the number of pairs of a row with and a row without the label that the first wins.
  private(set) var doubledWins: UInt64 = 0
  private var positiveSquares: UInt128 = 0
  private var negativeSquares: UInt128 = 0
  /// The sum over rows with the label of the precision at their score.
  private(set) var precisionSum = 0.0
  /// What ``PrecisionInfluence`` needs of the whole walk.
  private(set) var precision = PrecisionInfluence()

  /// Of each row with the label in the last group: twice its placement, times ``negatives``.
  private(set) var halvesOfPositive: UInt64 = 0
  /// Of each other row in the last group: twice its placement, times ``positives``.
  private(set) var halvesOfNegative: UInt64 = 0

  /// Rows with the label in all groups so far, and the others.
  var passed: (positives: Double, negatives: Double) { (Double(positivesAbove), Double(negativesAbove)) }

  /// Nothing yet of so many rows.
  ///
  /// - Precondition: There are fewer than 2³¹ rows.
  init(positives: Int, negatives: Int) {
    precondition(positives + negatives < 1 << 31, "fewer than 2³¹ rows can be ranked")
    self.positives = positives
    self.negatives = negatives
  }

  /// Goes on to the next group below, of so many rows with the label and so many others.
  @inline(__always)
  mutating func add(tiedPositives: UInt64, tiedNegatives: UInt64) {
    halvesOfPositive = 2 &* (UInt64(negatives) &- negativesAbove) &- tiedNegatives
    halvesOfNegative = 2 &* positivesAbove &+ tiedPositives
    positivesAbove &+= tiedPositives
    negativesAbove &+= tiedNegatives
    doubledWins &+= halvesOfPositive &* tiedPositives
    positiveSquares &+= Self.square(halvesOfPositive, times: tiedPositives)
    negativeSquares &+= Self.square(halvesOfNegative, times: tiedNegatives)
    // Without asking which kind of rows there are: most groups are one row, whose kind cannot be foretold.
    let rows = Double(positivesAbove &+ negativesAbove)
    let share = Double(positivesAbove) / rows
    precisionSum += Double(tiedPositives) * share
    precision.add(
      positives: Double(tiedPositives), negatives: Double(tiedNegatives), precision: share, rowsFromHere: rows
    )
  }

  @inline(__always)
  private static func square(_ number: UInt64, times count: UInt64) -> UInt128 {
    // A placement is below 2³² halves, so that its square fits.
    let (high, low) = (number &* number).multipliedFullWidth(by: count)
    return UInt128(high) << 64 | UInt128(low)
  }
}

extension RankSums {
  /// The area under the ROC curve; nil unless there are rows with and without the label.
  var area: Double? {
    guard positives > 0, negatives > 0 else { return nil }
    return Double(doubledWins) / 2 / (Double(positives) * Double(negatives))
  }

  /// The average precision; nil without rows with the label.
  var averagePrecision: Double? {
    positives > 0 ? min(1, precisionSum / Double(positives)) : nil
  }

  /// DeLong's variance of ``area``: S₁/m + S₀/n, the sample variances of the placements of the m rows with the label and
  /// of the n others; nil below two of either.
  var areaVariance: Double? {
    guard positives > 1, negatives > 1 else { return nil }
    return Self.varianceOfMean(
      positiveSquares, sum: doubledWins, count: positives, unit: 2 * Double(negatives))
      + Self.varianceOfMean(negativeSquares, sum: doubledWins, count: negatives, unit: 2 * Double(positives))
  }

  /// The variance of ``averagePrecision`` by the influence of each row; nil below two rows with or without the label.
  var averagePrecisionVariance: Double? {
    guard positives > 1, negatives > 1, let averagePrecision else { return nil }
    return precision.variance(averagePrecision, positives: Double(positives), negatives: Double(negatives))
  }

  /// The variance of a mean of numbers, of which whole multiples of 1/`unit` are given: exact up to the last steps.
  private static func varianceOfMean(_ squares: UInt128, sum: UInt64, count: Int, unit: Double) -> Double {
    // Σ x² − (Σ x)²/n ≥ 0, times n.
    let scatter = squares * UInt128(count) - UInt128(sum) * UInt128(sum)
    let number = Double(count)
    return Double(scatter) / (unit * unit) / number / (number * (number - 1))
  }
}
