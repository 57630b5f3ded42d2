import Foundation

/// Numbers of successes in independent trials.
enum BinomialSampler {
  /// Up to so many expected successes, or failures, they are found by inversion.
  private static let inversionLimit = 10.0

  /// How many of `trials` succeed, each with this probability; both exact to the rounding of doubles.
  ///
  /// Inversion where few are expected, else transformed rejection with squeeze (Hörmann 1993, Journal of Statistical
  /// Computation and Simulation 46, algorithm BTRS).
  ///
  /// - Precondition: `trials` is a whole number from 0; `probability` is from 0 to 1.
  static func draw(trials: Double, probability: Double, using generator: inout Xoshiro256) -> Double {
    guard trials > 0, probability > 0 else { return 0 }
    guard probability < 1 else { return trials }
    guard probability <= 0.5 else {
      return trials - draw(trials: trials, probability: 1 - probability, using: &generator)
    }
    return trials * probability < inversionLimit
      ? inverted(trials: trials, probability: probability, using: &generator)
      : rejected(trials: trials, probability: probability, using: &generator)
  }

  /// Adds up probabilities from 0 successes until they reach a random number.
  private static func inverted(
    trials: Double, probability: Double, using generator: inout Xoshiro256
  ) -> Double {
    let odds = probability / (1 - probability)
    let none = exp(trials * log1p(-probability))
    // Beyond, probabilities are below 1e-15 each; a random number so near 1 is drawn anew.
    let most = min(trials, 110)
    while true {
      var left = generator.unit()
      var share = none
      var successes = 0.0
      while left >= share, successes < most {
        left -= share
        successes += 1
        share *= odds * (trials - successes + 1) / successes
      }
      if left < share { return successes }
    }
  }

  /// Draws under a hat that fits all such distributions, and takes what lies under the distribution itself.
  private static func rejected(
    trials: Double, probability: Double, using generator: inout Xoshiro256
  ) -> Double {
    let failure = 1 - probability
    let deviation = (trials * probability * failure).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * probability
    let centre = trials * probability + 0.5
    let squeeze = 0.92 - 4.2 / b
    while true {
      let u = generator.unit() - 0.5
      let v = generator.unit()
      let side = 0.5 - abs(u)
      guard side > 0 else { continue }
      let successes = ((2 * a / side + b) * u + centre).rounded(.down)
      if side >= 0.07, v <= squeeze { return successes }
      guard successes >= 0, successes <= trials else { continue }
      let alpha = (2.83 + 5.1 / b) * deviation
      let odds = probability / failure
      let mode = ((trials + 1) * probability).rounded(.down)
      let modeFailures = trials - mode + 1
      let failures = trials - successes + 1
      let bound =
        (mode + 0.5) * log((mode + 1) / (odds * modeFailures)) + (trials + 1) * log(modeFailures / failures)
        + (successes + 0.5) * log(odds * failures / (successes + 1))
        + factorialTail(mode) + factorialTail(trials - mode) - factorialTail(successes)
        - factorialTail(trials - successes)
      if log(v * alpha / (a / (side * side) + b)) <= bound { return successes }
    }
  }

  /// ln k! less Stirling's ½ ln 2π + (k + ½) ln(k + 1) − (k + 1).
  private static func factorialTail(_ k: Double) -> Double {
    guard k > 9 else { return smallTails[Int(k)] }
    let next = k + 1
    let square = next * next
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next
  }

  private static let smallTails = [
    0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.0207906721037650, 0.0166446911898211,
    0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287,
  ]
}
