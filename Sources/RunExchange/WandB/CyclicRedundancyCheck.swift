/// The check sum of zip, gzip and PNG: CRC-32 with the reflected polynomial EDB88320.
///
/// ```swift
/// CyclicRedundancyCheck.of(Array("123456789".utf8)[...])  // 0xCBF43926
/// ```
enum CyclicRedundancyCheck {
  /// The sum of `bytes`.
  ///
  /// - Complexity: O(n), a table look-up for each byte.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        var sum: UInt32 = .max
        for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
        return ~sum
      }
    }
  }

  /// What each value of a byte does to the sum.
  private static let table = (0..<256 as Range<UInt32>).map { byte in
    (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }
}
