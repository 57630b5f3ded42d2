/// Whole numbers in bytes of which the lowest comes first.
struct LittleEndianBytes {
  private let bytes: ArraySlice<UInt8>

  /// Numbers in these bytes.
  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = ArraySlice(bytes)
  }

  /// How many bytes there are.
  var count: Int { bytes.count }

  /// The number of two bytes at `offset`.
  ///
  /// - Precondition: The bytes are there.
  func uint16(at offset: Int) -> Int { Int(truncatingIfNeeded: value(at: offset, length: 2)) }

  /// The number of four bytes at `offset`.
  ///
  /// - Precondition: The bytes are there.
  func uint32(at offset: Int) -> Int { Int(truncatingIfNeeded: value(at: offset, length: 4)) }

  /// The number of eight bytes at `offset`; none if it is more than any file has.
  ///
  /// - Precondition: The bytes are there.
  func uint64(at offset: Int) -> Int? { Int(exactly: value(at: offset, length: 8)) }

  /// The bytes of a range that is counted from the first of them.
  ///
  /// - Precondition: The bytes are there.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]
  }

  private func value(at offset: Int, length: Int) -> UInt64 {
    self[offset..<offset + length].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
