/// Hashes of texts by a key that nobody outside can foresee.
///
/// Only which texts are looked at more closely depends on it, and places in tables; no order, and no result.
struct TextHash: Sendable {
  /// The key of this process.
  static let shared = TextHash()

  private let factor = UInt64.random(in: .min ... .max) | 1
  private let mask = UInt64.random(in: .min ... .max)

  /// The hash of a text.
  @inline(__always)
  func value(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    let count = bytes.count
    var hash = UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset &+= 8
      }
      // The last eight bytes, some of which may have been taken before.
      return mix(hash ^ bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    }
    if count >= 4 {
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return mix(hash ^ (UInt64(first) &<< 32 | UInt64(last)))
    }
    guard count > 0 else { return mix(hash) }
    let ends = UInt64(bytes[0]) &<< 16 | UInt64(bytes[count &- 1])
    return mix(hash ^ (ends | UInt64(bytes[count &>> 1]) &<< 8))
  }

  /// Spreads every bit over all: both halves of the product with a secret odd number.
  @inline(__always)
  private func mix(_ word: UInt64) -> UInt64 {
    let product = (word ^ mask).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
