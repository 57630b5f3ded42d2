/// How often what was predicted with a probability happened, bin by bin: a reliability diagram.
///
/// ```swift
/// for bin in evaluation.calibrationCurve(of: 2)?.bins ?? [] where bin.count > 0 {
///   print(bin.meanProbability, bin.observedShare, bin.count)
/// }
/// ```
public struct CalibrationCurve: Hashable, Sendable {
  /// How rows were parted.
  public var strategy: Strategy
  /// The bins from the lowest to the highest, empty ones included.
  public var bins: [CalibrationBin]

  /// How rows are parted into bins; rows of equal probability always stay together.
  public enum Strategy: String, Hashable, Sendable, CaseIterable {
    /// Bins of equal width, closed on the right: bin b of n holds b/n < p ≤ (b + 1)/n, the first also 0.
    case equalWidth = "equal_width"
    /// Bins of about equal weight: rows of probability p belong to bin ⌊n B / W⌋, counted from 0, where B is
    /// the weight of the rows with lower probabilities and W that of all rows that count.
    ///
    /// With weights, a quotient that is off a whole number by less than 10⁻⁹ counts as that number.
    case equalMass = "equal_mass"
    /// Bins that end at quantiles, as in scikit-learn's `calibration_curve(…, strategy='quantile')`: rows of
    /// probability p belong to bin |{i : 0 < i < n, (m − 1) i / n < B}|, where B is the number of rows with
    /// lower probabilities and m that of all rows that count.
    ///
    /// Bin i thus ends at the linearly interpolated quantile i / n. Rows are counted, also where they have
    /// weights.
    case quantile
  }

  init(_ strategy: Strategy, bins: [CalibrationBin]) {
    self.strategy = strategy
    self.bins = bins
  }
}

extension CalibrationCurve {
  /// The curve of bins of equal width.
  init(equalWidth sums: [BinnedSums.Bin], isPlain: Bool) {
    let count = Double(sums.count)
    self.init(
      .equalWidth,
      bins: sums.enumerated().map { index, bin in
        CalibrationBin(bin, from: Double(index) / count, to: Double(index + 1) / count, isPlain: isPlain)
      })
  }

  /// The curve of bins of about equal mass; each ends at the largest probability in it.
  init(_ parts: EqualMassBins, strategy: Strategy, isPlain: Bool) {
    let lowers = [0] + parts.uppers.dropLast()
    self.init(
      strategy,
      bins: zip(parts.bins, zip(lowers, parts.uppers)).map { bin, ends in
        CalibrationBin(bin, from: ends.0, to: ends.1, isPlain: isPlain)
      })
  }
}
