import Crypto
import Foundation

/// SHA-256 over a series of parts, each with its length, so that parts cannot run into each other.
///
/// ```swift
/// var digest = ContentDigest()
/// digest.add("run page")
/// digest.add(modelBytes)
/// digest.hex  // 64 digits
/// ```
package struct ContentDigest: Sendable {
  private var hash = SHA256()

  /// The digest of no parts.
  package init() {}

  /// Adds bytes as one part.
  package mutating func add(_ bytes: [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// Adds a text in UTF-8 as one part.
  package mutating func add(_ text: String) {
    add(Array(text.utf8))
  }

  /// The digest of the parts so far as 64 hexadecimal digits.
  package var hex: String { Self.hex(hash.finalize()) }

  /// The plain SHA-256 of `bytes` as 64 hexadecimal digits, as `sha256sum` prints it.
  package static func sha256(of bytes: [UInt8]) -> String {
    hex(SHA256.hash(data: bytes))
  }

  /// The plain SHA-256 of `bytes` in base 64, as a content security policy wants it.
  package static func sha256Base64(of bytes: [UInt8]) -> String {
    Data(SHA256.hash(data: bytes)).base64EncodedString()
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
