import TestSupport

/// Small damage to valid bytes, as disks, cut transfers and attackers make it.
enum Damage {
  /// `bytes` with one to four flipped bits, cuts, insertions or repetitions at random places.
  static func damaged(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !result.isEmpty else { return result }
      let index = Int.random(in: 0..<result.count, using: &generator)
      switch Int.random(in: 0...4, using: &generator) {
      case 0: result[index] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      case 1: result[index] = UInt8.random(in: 0...255, using: &generator)
      case 2: result.insert(UInt8.random(in: 0...255, using: &generator), at: index)
      case 3:
        result.removeSubrange(index..<min(result.count, index + Int.random(in: 1...9, using: &generator)))
      default: result.insert(contentsOf: result[index..<min(index + 9, result.count)], at: index)
      }
    }
    return result
  }
}
