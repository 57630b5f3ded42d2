/// The 95 % interval of a metric, how it was found, and on how many observations it rests.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// How it was found.
  public var method: Method
  /// The number of observations behind it: rows, rows with the label, or groups, as the method says.
  public var count: Int

  /// How an interval was found; the raw value is its name in JSON.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// The score interval of a proportion (Wilson 1927, JASA 22).
    case wilson
    /// The mean ± 1.96 standard errors of it.
    case standardError = "standard_error"
    /// DeLong's variance of an area under the ROC curve, on the logit scale (DeLong, DeLong and Clarke-Pearson 1988).
    case delong = "delong_logit"
    /// The variance of per-row influence values, on the logit scale.
    case influence = "influence_logit"
    /// The logit interval of average precision (Boyd, Eng and Page 2013), with the variance of per-row influence values.
    case averagePrecision = "average_precision_logit"
    /// The exact interval of a proportion, where all that could go one way or the other went one way (Clopper and Pearson
    /// 1934).
    case exactBound = "exact_bound"
    /// Bias-corrected and accelerated percentiles (Efron 1987) of a multinomial bootstrap of the cells of truth ×
    /// prediction.
    case bootstrap
    /// The delta method on the cells of truth × prediction, or of per-row influence values, on the logit scale of the
    /// metric's range.
    case delta
    /// Bias-corrected percentiles of a bootstrap of rows.
    case rowBootstrap = "row_bootstrap"
    /// Bias-corrected percentiles of a bootstrap of whole groups of rows.
    case groupBootstrap = "group_bootstrap"
    /// The difference of two independent proportions, from their score intervals (Newcombe 1998).
    case newcombe
    /// The difference of two independent numbers, from the interval of each (Zou and Donner 2008).
    case varianceRecovery = "variance_recovery"
    /// DeLong's variance of the difference of two correlated areas under ROC curves.
    case delongPaired = "delong_paired"
    /// The variance of per-row differences of influence values.
    case influencePaired = "influence_paired"
    /// Percentiles of a bootstrap of the rows' truth with both predictions.
    case pairedBootstrap = "paired_bootstrap"
    /// The mean of per-row differences ± 1.96 standard errors of it.
    case pairedStandardError = "paired_standard_error"
  }

  /// An interval.
  public init(low: Double, high: Double, method: Method, count: Int) {
    self.low = low
    self.high = high
    self.method = method
    self.count = count
  }

  /// This interval with both ends carried over by a function that ascends.
  func mappingEnds(_ function: (Double) -> Double) -> Interval {
    Interval(low: function(low), high: function(high), method: method, count: count)
  }
}
