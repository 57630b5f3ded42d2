import Foundation

/// Exact tests of a share of one half.
enum BinomialTest {
  /// 2 P(X ≤ min(k, n − k)) for X binomial with n trials at ½, at most 1; 1 without trials.
  ///
  /// The terms are summed from the largest down, each from the one before; what is below the smallest double is 0.
  ///
  /// - Complexity: O(√*n*) where the result is not tiny, else less: terms below 10⁻²⁰ of the sum end it.
  static func twoSidedAtHalf(successes: Int, trials: Int) -> Double {
    let least = min(successes, trials - successes)
    guard trials > 0, 2 * least < trials else { return 1 }
    if trials <= Self.mostExactTrials {
      // Binomial coefficients and powers of two are exact here.
      var coefficient = 1.0
      var sum = 1.0
      for k in 0..<least {
        coefficient = coefficient * Double(trials - k) / Double(k + 1)
        sum += coefficient
      }
      return min(1, 2 * sum / Double(sign: .plus, exponent: trials, significand: 1))
    }
    let n = Double(trials)
    var sum = 1.0
    var term = 1.0
    var k = Double(least)
    while k > 0, term >= sum * 1e-20 {
      term *= k / (n - k + 1)
      sum += term
      k -= 1
    }
    return min(1, 2 * exp(logProbabilityAtHalf(successes: least, trials: trials) + log(sum)))
  }

  /// Up to so many trials every step is of whole numbers that a double holds.
  private static let mostExactTrials = 48

  /// ln P(X = k) for X binomial with n trials at ½, by the saddle-point expansion of Loader (2000, “Fast and Accurate
  /// Computation of Binomial Probabilities”), which loses no digits where n is large.
  static func logProbabilityAtHalf(successes: Int, trials: Int) -> Double {
    let (k, n) = (Double(successes), Double(trials))
    guard successes > 0, successes < trials else { return -n * M_LN2 }
    let remainder = stirlingError(n) - stirlingError(k) - stirlingError(n - k)
    let deviance = deviance(k, n / 2) + Self.deviance(n - k, n / 2)
    return remainder - deviance + 0.5 * log(n / (2 * Double.pi * k * (n - k)))
  }

  /// ln n! less Stirling's formula for it.
  private static func stirlingError(_ n: Double) -> Double {
    guard n > 15 else {
      let factorial = (1...max(1, Int(n))).reduce(1.0) { $0 * Double($1) }
      return log(factorial) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi)
    }
    let inverse = 1 / n
    let square = inverse * inverse
    return inverse
      * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188.0))))
  }

  /// x ln(x / m) + m − x, by a series where x and m are near each other.
  private static func deviance(_ x: Double, _ mean: Double) -> Double {
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
    let ratio = difference / (x + mean)
    var sum = difference * ratio
    var power = 2 * x * ratio
    var divisor = 3.0
    while true {
      power *= ratio * ratio
      let next = sum + power / divisor
      if next == sum { return next }
      sum = next
      divisor += 2
    }
  }
}
