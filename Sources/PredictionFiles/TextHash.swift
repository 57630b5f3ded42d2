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
    var hash = UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail &<< 8 | UInt64(text[offset])
      offset &+= 1
    }
    return mix(hash ^ tail)
  }

  /// Spreads every bit over all: both halves of the product with a secret odd number.
  @inline(__always)
  private func mix(_ word: UInt64) -> UInt64 {
    let product = (word ^ mask).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
