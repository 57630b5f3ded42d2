public import Diagnostics
import RunModel

/// What successive halving is told beside its metric, its seed and its distributions.
public struct HalvingSettings: Hashable, Sendable {
  /// The hyperparameter that says how much a job may spend: `epochs`.
  public var resource: ExactString
  /// What it is on the lowest rung.
  public var low: Double
  /// What it is on the highest one.
  public var high: Double
  /// By how much each rung has more than the one below, and of how many jobs one goes on.
  public var factor: Double
  /// How many configurations are tried.
  public var trials: Int
  /// Whether a rung is judged when it has ended as a whole, rather than whenever one of its jobs has.
  public var isSynchronous: Bool

  /// Settings.
  public init(
    resource: ExactString, low: Double, high: Double, factor: Double = 3, trials: Int,
    isSynchronous: Bool = false
  ) {
    self.resource = resource
    self.low = low
    self.high = high
    self.factor = factor
    self.trials = trials
    self.isSynchronous = isSynchronous
  }

  /// The most rungs.
  public static let rungLimit = 100

  /// What is wrong with them, as the objects of “found …” and “expected …”; nil if nothing is.
  public var problem: (found: String, expected: String)? {
    guard low > 0, low.isFinite else { return ("min \(low)", "min above 0") }
    guard high >= low, high.isFinite else { return ("max \(high) below min \(low)", "min ≤ max") }
    guard factor > 1, factor.isFinite else { return ("factor \(factor)", "a factor above 1") }
    guard budgets.count <= Self.rungLimit else {
      return ("more than \(Self.rungLimit) rungs", "a larger factor, or a max nearer to min")
    }
    return nil
  }

  /// What a job may spend on each rung, from the lowest: low · factorᵏ, and on the last one `high`.
  ///
  /// Of settings that have a ``problem`` with the number of rungs, the first ones and one more than there may be.
  public var budgets: [Double] {
    var budgets: [Double] = []
    var budget = low
    // What is nearly the highest is the highest.
    while budget < high * (1 - 1e-9), budgets.count <= Self.rungLimit {
      budgets.append(budget)
      budget *= factor
    }
    return budgets + [high]
  }

  /// The budget of a rung as a hyperparameter: a whole number where all that it is made from are.
  ///
  /// - Precondition: The rung is one of ``budgets``.
  func value(of rung: Int) -> Scalar {
    let budget = budgets[rung]
    let isWhole = [low, high, factor].allSatisfy { $0 == $0.rounded() }
    return Distribution.number(budget, isWhole)
  }

  /// How many of `count` jobs on a rung go on: ⌊count / factor⌋.
  func quota(of count: Int) -> Int { Int((Double(count) / factor + 1e-9).rounded(.down)) }
}
