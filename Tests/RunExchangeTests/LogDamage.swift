import TestSupport

/// Damage to the bytes of a log: what a bad disk, a cut connection or an attacker makes of it.
enum LogDamage {
  /// `bytes` with one to four flips, cuts, insertions or repetitions at random places.
  static func damage(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let index = Int.random(in: 0...result.count, using: &generator)
      let end = min(index + Int.random(in: 1...20, using: &generator), result.count)
      switch Int.random(in: 0...4, using: &generator) {
      case 0 where index < result.count: result[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      case 1: result.removeSubrange(index..<end)
      case 2: result.insert(UInt8.random(in: 0...255, using: &generator), at: index)
      case 3: result.insert(contentsOf: result[index..<end], at: index)
      default: result.removeSubrange(index...)
      }
      if result.isEmpty { result = [UInt8.random(in: 0...255, using: &generator)] }
    }
    return result
  }
}
