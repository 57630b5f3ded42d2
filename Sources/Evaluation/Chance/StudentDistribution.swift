/// Student's t distribution.
enum StudentDistribution {
  /// The 97.5 % point for so many degrees of freedom.
  ///
  /// The Cornish-Fisher expansion about the normal point (Abramowitz and Stegun 1964, 26.7.5); its error is below
  /// 2e-5 from nine degrees of freedom on.
  static func quantile975(degreesOfFreedom: Double) -> Double {
    let z = NormalDistribution.quantile975
    let square = z * z
    let first = (square + 1) / 4
    let second = ((5 * square + 16) * square + 3) / 96
    let third = (((3 * square + 19) * square + 17) * square - 15) / 384
    let fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160
    let inverse = 1 / degreesOfFreedom
    return z * (1 + inverse * (first + inverse * (second + inverse * (third + inverse * fourth))))
  }
}
