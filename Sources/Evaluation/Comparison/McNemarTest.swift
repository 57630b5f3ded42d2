/// McNemar's exact test of whether two classifiers are right equally often on the same rows.
///
/// ```swift
/// McNemarTest(broken: 11, fixed: 59).pValue  // 4.47e-09
/// ```
///
/// Only rows that one of the two has right count. If neither is better, each of them falls to either side like a fair
/// coin: the two-sided p is that of a binomial test of b among b + c at ½ (McNemar 1947, Psychometrika 12).
public struct McNemarTest: Hashable, Sendable {
  /// b: rows that only the baseline has right.
  public let broken: Int
  /// c: rows that only the candidate has right.
  public let fixed: Int

  /// A test of these counts, neither negative.
  public init(broken: Int, fixed: Int) {
    precondition(broken >= 0 && fixed >= 0, "counts are not negative")
    self.broken = broken
    self.fixed = fixed
  }

  /// The exact two-sided p; 1 where b + c = 0.
  ///
  /// - Complexity: Linear in the smaller of b and c.
  public var pValue: Double { BinomialTest.twoSidedAtHalf(successes: broken, trials: broken + fixed) }
}
