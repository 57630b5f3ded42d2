/// MurmurHash3 for 32 bits (x86 variant; Appleby 2011, public domain): a hash that is the same on every machine.
///
/// ```swift
/// MurmurHash3.hash(Array("foo".utf8))  // 4138058784
/// ```
enum MurmurHash3 {
  /// The hash of `bytes` by seed 0.
  static func hash(_ bytes: [UInt8]) -> UInt32 {
    var hash: UInt32 = 0
    var place = 0
    while place + 4 <= bytes.count {
      let word =
        UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
        | UInt32(bytes[place + 3]) << 24
      hash ^= scramble(word)
      hash = rotate(hash, 13) &* 5 &+ 0xE654_6B64
      place += 4
    }
    var rest: UInt32 = 0
    for (shift, byte) in bytes[place...].enumerated() { rest |= UInt32(byte) << UInt32(8 * shift) }
    if place < bytes.count { hash ^= scramble(rest) }
    hash ^= UInt32(truncatingIfNeeded: bytes.count)
    hash = (hash ^ hash >> 16) &* 0x85EB_CA6B
    hash = (hash ^ hash >> 13) &* 0xC2B2_AE35
    return hash ^ hash >> 16
  }

  /// The place of `text` among `count`: its hash as a signed number without sign, modulo `count`, as scikit-learn's
  /// `FeatureHasher` has it.
  ///
  /// - Precondition: `count` is from 1 to 2³¹ − 1.
  static func place(of text: String, among count: Int) -> Int {
    Int(Int32(bitPattern: hash(Array(text.utf8))).magnitude) % count
  }

  private static func scramble(_ word: UInt32) -> UInt32 {
    rotate(word &* 0xCC9E_2D51, 15) &* 0x1B87_3593
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
