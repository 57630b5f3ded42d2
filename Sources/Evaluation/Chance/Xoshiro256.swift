/// Random numbers that are the same in every run: xoshiro256** (Blackman and Vigna 2021, ACM TOMS 47).
///
/// ```swift
/// var generator = Xoshiro256(seed: 1)
/// generator.unit()  // from 0 to below 1
/// ```
///
/// Work that is cut into chunks takes a ``stream(seed:number:)`` for each chunk, so that its numbers do not depend on
/// how many cores there are.
struct Xoshiro256: RandomNumberGenerator, Hashable, Sendable {
  private var first: UInt64
  private var second: UInt64
  private var third: UInt64
  private var fourth: UInt64

  /// A generator whose sequence depends on `seed` only, its state filled by SplitMix64 as its authors advise.
  init(seed: UInt64) {
    var state = seed
    self.init(state: (Self.mix(&state), Self.mix(&state), Self.mix(&state), Self.mix(&state)))
  }

  /// A generator in this state, not all of which is 0.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (first, second, third, fourth) = state
  }

  /// The generator of chunk `number` of work that `seed` belongs to.
  ///
  /// Each starts at a place of its own in the 2²⁵⁶ − 1 numbers of the one sequence.
  static func stream(seed: UInt64, number: Int) -> Xoshiro256 {
    var state = seed
    let start = mix(&state) ^ (UInt64(truncatingIfNeeded: number) &* 0xD134_2543_DE82_EF95)
    return Xoshiro256(seed: start)
  }

  /// The next 64 bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    let product = second &* 5
    let result = (product &<< 7 | product &>> 57) &* 9
    let shifted = second &<< 17
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = fourth &<< 45 | fourth &>> 19
    return result
  }

  /// A number from 0 to below 1, a multiple of 2⁻⁵³.
  @inline(__always)
  mutating func unit() -> Double {
    Double(next() &>> 11) * 0x1p-53
  }

  /// A whole number from 0 to below `bound`, each as likely as any other (Lemire 2019, ACM TOMACS 29).
  ///
  /// - Precondition: `bound` is not 0.
  @inline(__always)
  mutating func below(_ bound: UInt32) -> UInt32 {
    var product = UInt64(truncatingIfNeeded: next() &>> 32) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let least = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < least {
        product = UInt64(truncatingIfNeeded: next() &>> 32) &* UInt64(bound)
      }
    }
    return UInt32(truncatingIfNeeded: product &>> 32)
  }

  /// The next number of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  private static func mix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
