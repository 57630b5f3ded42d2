/// How the value of a hyperparameter is changed when a job goes on from another.
///
/// ```swift
/// Exploration.perturb(.range(0.8, 1.2))     // multiplied by a number from 0.8 to below 1.2
/// Exploration.perturb(.oneOf([0.8, 1.2]))   // multiplied by one of the two
/// Exploration.resample()                    // drawn anew from its distribution
/// Exploration(factor: .oneOf([0.8, 1.2]), resampling: 0.25)  // drawn anew in a quarter of all cases, else multiplied
/// ```
public struct Exploration: Hashable, Sendable {
  /// What a value is multiplied by.
  public enum Factor: Hashable, Sendable {
    /// Every number from the first to below the second is as likely as any other; both may be the same.
    case range(Double, Double)
    /// One of these, each as likely as any other.
    case oneOf([Double])
  }

  /// What it is multiplied by where it is not drawn anew; nil keeps the parent's.
  public var factor: Factor?
  /// How likely it is drawn anew, from 0 to 1.
  public var resampling: Double

  /// A way to change a value.
  public init(factor: Factor? = nil, resampling: Double = 0) {
    self.factor = factor
    self.resampling = resampling
  }

  /// Always multiplied.
  public static func perturb(_ factor: Factor) -> Exploration { Exploration(factor: factor) }

  /// Drawn anew with this probability, else kept.
  public static func resample(probability: Double = 1) -> Exploration { Exploration(resampling: probability) }

  /// The most factors to choose from.
  static let factorLimit = 1000

  /// What is wrong with it, as the objects of “found …” and “expected …”; nil if nothing is.
  public var problem: (found: String, expected: String)? {
    guard (0...1).contains(resampling) else {
      return ("the probability \(resampling)", "a probability from 0 to 1")
    }
    switch factor {
    case nil: return resampling > 0 ? nil : ("no change at all", "perturb, resample or both")
    case .range(let low, let high):
      guard low > 0, high.isFinite, low <= high else {
        return ("factors from \(low) to \(high)", "0 < min ≤ max, both finite")
      }
    case .oneOf(let factors):
      guard (1...Self.factorLimit).contains(factors.count) else {
        return ("\(factors.count) factors", "1 to \(Self.factorLimit) factors")
      }
      if let odd = factors.first(where: { !($0 > 0 && $0.isFinite) }) {
        return ("the factor \(odd)", "factors above 0")
      }
    }
    return nil
  }
}
