/// Random numbers for scatter and samples, the same in every process (Steele, Lea and Flood, OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// A generator whose sequence depends on `seed` only.
  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to below 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from the normal distribution with mean 0 and deviation 1, held to ±6.
  ///
  /// The sum of twelve uniform numbers less 6: near enough for scatter, and without a library's logarithm, whose last
  /// bits differ between systems.
  mutating func gaussian() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }

  /// `count` of the positions `0..<size`, each set of positions equally likely, in ascending order.
  mutating func sample(_ count: Int, of size: Int) -> [Int] {
    guard count < size else { return Array(0..<size) }
    var positions = Array(0..<size)
    for index in 0..<count {
      // Multiplying and shifting keeps every position within 2⁻⁶⁴·size of equally likely.
      let other = index + Int((next().multipliedFullWidth(by: UInt64(size - index))).high)
      positions.swapAt(index, other)
    }
    return positions[..<count].sorted()
  }
}
