import Crypto

/// The SHA-256 of a sequence of texts: equal only for the same texts, cut in the same places.
///
/// ```swift
/// var digest = TextDigest()
/// digest.add("ab")
/// digest.add("c")
/// digest.hexadecimal  // not that of “a”, “bc”
/// ```
package struct TextDigest: Sendable {
  private var hash = SHA256()

  /// The digest of nothing yet.
  package init() {}

  /// Adds a text: the number of its bytes in UTF-8, as 8 bytes, the lowest first, then these bytes.
  package mutating func add(_ text: String) {
    let bytes = Array(text.utf8)
    add(bytes.count)
    hash.update(data: bytes)
  }

  /// Adds a number, as 8 bytes, the lowest first.
  package mutating func add(_ number: Int) {
    hash.update(data: (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
  }

  /// The digest as 64 hexadecimal digits.
  package var hexadecimal: String { hash.finalize().hex() }
}
