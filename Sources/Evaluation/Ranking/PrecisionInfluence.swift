/// How much each row moves an average precision.
///
/// With T the average precision, P(s) the precision and R(s) the number of rows at scores of at least s, and sums over
/// the m rows with the label that score at most as high as the row itself,
///
///     c₁ = Σ 1/R(s),  c₂ = Σ P(s)/R(s),  ψ = n/m · (P(x) − T + c₁ − c₂) for a row with the label, else −n/m · c₂,
///
/// n being the number of rows: the influence function (Hampel 1974, JASA 69) of ∫ P(s) dF₁(s). Its mean is 0, and
/// Σ ψ² / n (n − 1) estimates the variance of the average precision; its limit distribution is normal (Zhang and Su 2012,
/// FSKD). Going down, c₁ and c₂ are known but for what they sum up to in the end, a constant of either kind of row.
struct PrecisionInfluence: Hashable, Sendable {
  /// Σ 1/R over the rows with the label above the group.
  private(set) var reciprocals = 0.0
  /// Σ P/R over the rows with the label above the group.
  private(set) var shares = 0.0
  /// What of a row with the label in the last group is known: P − Σ 1/R + Σ P/R over those above.
  private(set) var ofPositive = 0.0
  /// What of another row in the last group is known: Σ P/R over the rows with the label above.
  private(set) var ofNegative = 0.0
  private var positiveSum = 0.0
  private var positiveSquares = 0.0
  private var negativeSum = 0.0
  private var negativeSquares = 0.0

  /// Adds the rows of a group.
  @inline(__always)
  mutating func add(positives: Double, negatives: Double, precision: Double, rowsFromHere rows: Double) {
    ofPositive = precision - reciprocals + shares
    ofNegative = shares
    let (above, below) = (positives * ofPositive, negatives * ofNegative)
    positiveSum += above
    positiveSquares += above * ofPositive
    negativeSum += below
    negativeSquares += below * ofNegative
    let step = positives / rows
    reciprocals += step
    shares += step * precision
  }

  /// What is to be taken from ``ofPositive`` in the end.
  func offsetOfPositive(_ averagePrecision: Double) -> Double { averagePrecision - reciprocals + shares }

  /// What is to be taken from ``ofNegative`` in the end.
  var offsetOfNegative: Double { shares }

  /// The variance of the average precision, after the last group.
  func variance(_ averagePrecision: Double, positives: Double, negatives: Double) -> Double {
    let rows = positives + negatives
    let above = offsetOfPositive(averagePrecision)
    let below = offsetOfNegative
    let squares =
      positiveSquares - 2 * above * positiveSum + positives * above * above
      + negativeSquares - 2 * below * negativeSum + negatives * below * below
    return max(0, squares) * rows / (rows - 1) / (positives * positives)
  }
}
