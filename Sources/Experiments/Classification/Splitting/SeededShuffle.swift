/// Puts things in an order by chance, the same on every machine.
///
/// ```swift
/// SeededShuffle.order(of: 5, seed: 1)  // always the same order of 0, 1, 2, 3, 4
/// ```
///
/// Fisher and Yates's shuffle in Durstenfeld's form (1964, CACM 7), from the last place to the second: the place *i*
/// is swapped with one of 0…*i*, drawn from SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) by rejection, so that each is
/// equally likely.
struct SeededShuffle: RandomNumberGenerator {
  private var state: UInt64

  /// Chance that depends on `seed` only.
  init(seed: UInt64) {
    state = seed
  }

  /// The numbers 0…`count` − 1 in an order by chance.
  static func order(of count: Int, seed: UInt64) -> [Int] {
    var chance = SeededShuffle(seed: seed)
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, Int(chance.below(UInt64(place) + 1)))
    }
    return order
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
