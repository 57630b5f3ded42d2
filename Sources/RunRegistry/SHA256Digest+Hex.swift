import Crypto

extension SHA256Digest {
  /// The first `count` bytes, all where absent, as two lower-case hexadecimal digits each.
  func hex(_ count: Int = SHA256Digest.byteCount) -> String {
    prefix(count).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
  }
}
