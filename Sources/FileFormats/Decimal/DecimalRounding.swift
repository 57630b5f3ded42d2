/// Decides which double is nearest to a whole number times a power of ten, by one or two multiplications.
///
/// The method is that of Eisel and Lemire (Lemire, “Number parsing at a gigabyte per second”, 2021), but decides by
/// the interval in which the exact product lies: if both its ends round to the same double, so does what is between.
/// Where they do not, it says so, and somebody exact must decide.
enum DecimalRounding {
  /// The double nearest to mantissa × 10^exponent, ties to even; none where this cannot be decided here, or the
  /// result is too large or too small to have all its bits.
  ///
  /// `powers` is ``DecimalPowers/ofFive``.
  @inline(__always)
  static func nearest(
    _ mantissa: UInt64, tenTo exponent: Int, _ powers: [DecimalPowers.OfFive]
  ) -> Double? {
    guard mantissa != 0, DecimalPowers.exponents.contains(exponent) else { return nil }
    let power = powers[exponent &- DecimalPowers.exponents.lowerBound]
    let zeros = mantissa.leadingZeroBitCount
    let factor = mantissa &<< UInt64(truncatingIfNeeded: zeros)
    // The exact product of the factor and the power lies from `high` to below 2 more, in units of 2^128.
    var (high, low) = factor.multipliedFullWidth(by: power.high)
    var shift = 10 &+ (high &>> 63)
    var half = 1 &<< (shift &- 1)
    var tail = high & (half &<< 1 &- 1)
    if tail &+ 1 == half || tail == half {
      // Rounding may change within. With the lower half of the power too, the exact product lies from `high` and
      // `low` to below 2 more, in units of 2^64.
      let (sum, carry) = low.addingReportingOverflow(factor.multipliedFullWidth(by: power.low).high)
      low = sum
      high &+= carry ? 1 : 0
      shift = 10 &+ (high &>> 63)
      half = 1 &<< (shift &- 1)
      tail = high & (half &<< 1 &- 1)
      if tail &+ 1 == half && low == .max || tail == half && low == 0 { return nil }
    }
    let significand = (high &>> shift) &+ (tail >= half ? 1 : 0)
    let biased =
      Int(truncatingIfNeeded: shift) &- zeros &+ ((217_706 &* exponent) >> 16) &+ (1 + 52 + 1023)
    guard biased > 0, biased < 2046 else { return nil }
    // A significand of 2^53 carries into the exponent, as it should.
    return Double(
      bitPattern: (UInt64(truncatingIfNeeded: biased) &<< 52) &+ (significand &- 1 &<< 52))
  }
}
