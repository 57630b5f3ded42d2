/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
///
/// ```swift
/// var generator = SplitMix64(state: 1)
/// generator.unit()  // from 0 to below 1, always the same
/// ```
struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// A generator in this state, which decides all its numbers.
  init(state: UInt64) {
    self.state = state
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to below 1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number from 0 to below `bound`, each as likely as any other.
  ///
  /// - Precondition: `bound` is above 0.
  mutating func below(_ bound: UInt64) -> UInt64 {
    // The first 2⁶⁴ mod bound numbers would make the small remainders likelier.
    let least = (0 &- bound) % bound
    var bits = next()
    while bits < least { bits = next() }
    return bits % bound
  }
}
