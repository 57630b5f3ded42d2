extension TextColumn {
  /// The texts of these rows, in the order given.
  ///
  /// - Precondition: Each of `rows` is from 0 to below ``count``.
  /// - Complexity: Linear in the bytes of the rows taken.
  func selecting(_ rows: [Int]) -> TextColumn {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(rows.count)
    for row in rows {
      withBytes(of: row) { bytes.append(contentsOf: $0) }
      ends.append(bytes.count)
    }
    return TextColumn(bytes: bytes, ends: ends)
  }
}
