import Diagnostics

/// The random numbers of one parameter in one trial.
///
/// They depend on the seed of the search, the number of the trial and the bytes of the parameter's name, and on nothing
/// else: not on other parameters, on who asks or when. The three are hashed by FNV-1a (64 bits; the two numbers as eight
/// bytes each, the lowest first, then the name), and the hash is the state of a ``SplitMix64``.
///
/// ```swift
/// var chance = TrialChance(seed: 1, trial: 0, name: "depth")
/// chance.unit()  // from 0 to below 1
/// ```
struct TrialChance: Sendable {
  private var generator: SplitMix64

  /// The numbers of the parameter `name` in trial `trial`, counted from 0.
  init(seed: UInt64, trial: Int, name: ExactString) {
    self.init([seed, UInt64(truncatingIfNeeded: trial)], bytes: Array(name.text.utf8))
  }

  /// The numbers that these whole numbers, as eight bytes each, and then these bytes decide.
  init(_ numbers: [UInt64], bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for number in numbers {
      for shift in 0..<8 { add(UInt8(truncatingIfNeeded: number >> UInt64(8 * shift))) }
    }
    for byte in bytes { add(byte) }
    generator = SplitMix64(state: hash)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 { generator.next() }

  /// A number from 0 to below 1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { generator.unit() }

  /// A whole number from `low` to `high`, both included, each as likely as any other (Lemire 2019, ACM TOMACS 29).
  ///
  /// - Precondition: `low` is not above `high`.
  mutating func integer(from low: Int, through high: Int) -> Int {
    let count = UInt64(bitPattern: Int64(high)) &- UInt64(bitPattern: Int64(low)) &+ 1
    guard count > 0 else { return Int(truncatingIfNeeded: next()) }
    var product = next().multipliedFullWidth(by: count)
    if product.low < count {
      let least = (0 &- count) % count
      while product.low < least { product = next().multipliedFullWidth(by: count) }
    }
    return Int(truncatingIfNeeded: UInt64(bitPattern: Int64(low)) &+ product.high)
  }
}
