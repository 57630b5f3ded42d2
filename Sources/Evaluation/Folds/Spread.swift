/// How values spread that were measured several times: in each fold, or by runs alike but for a seed.
///
/// ```swift
/// let spread = Spread([0.9, 0.8, 0.85])
/// spread?.mean               // 0.85
/// spread?.standardDeviation  // .value(0.05)
/// ```
public struct Spread: Hashable, Sendable {
  /// The values, in the order given.
  public let values: [Double]
  /// Their mean; the same bits for any order of the values.
  public let mean: Double
  /// The sample standard deviation, √(Σ (x − mean)² / (n − 1)); undefined for one value.
  ///
  /// It says how much single values vary, not how exactly their mean is known. Folds of a cross-validation share most of
  /// their training rows, so that no error of the mean follows from it (Bengio and Grandvalet 2004, JMLR 5).
  public let standardDeviation: MetricValue
  /// The least value.
  public let minimum: Double
  /// The greatest value.
  public let maximum: Double

  /// The spread of `values`; nil if there are none, or one of them is not finite.
  public init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let minimum = sorted.first, let maximum = sorted.last, values.allSatisfy(\.isFinite) else {
      return nil
    }
    self.values = values
    self.minimum = minimum
    self.maximum = maximum
    let count = Double(values.count)
    let sum = sorted.reduce(0, +)
    let share = sum.isFinite ? sum / count : sorted.reduce(0) { $0 + $1 / count }
    // Rounding must not carry the mean beyond the values.
    let mean = min(maximum, max(minimum, share))
    self.mean = mean
    guard count > 1 else {
      standardDeviation = .undefined("one value has no spread")
      return
    }
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation =
      squares.isFinite
      ? .value((squares / (count - 1)).squareRoot()) : .undefined("the values are too far apart")
  }

  /// The number of values.
  public var count: Int { values.count }
}
