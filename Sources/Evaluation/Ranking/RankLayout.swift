/// What a word of 64 bits says of one row while rows are sorted: from the highest bit on its score's key, its number, and
/// what is true of it.
struct RankLayout: Hashable, Sendable {
  /// The bits for what is true of a row.
  let truthBits: Int
  /// The bits for the number of a row; 0 where rows are not kept.
  let rowBits: Int

  /// A layout for numbers below `rows`, or for none if it is 0, and for truths below `truths`.
  ///
  /// - Precondition: Both take up at most 34 bits, so that at least 30 are left for the score: 2³⁴ cells of rows × labels.
  init(rows: Int, truths: Int) {
    truthBits = Self.bits(below: truths)
    rowBits = rows == 0 ? 0 : Self.bits(below: rows)
    precondition(truthBits + rowBits <= 34, "at most 2³⁴ cells of rows × labels can be ranked")
  }

  /// Whether so many rows and truths find room in a layout, and rows in ``RankSums``.
  static func holds(rows: Int, truths: Int) -> Bool {
    rows < 1 << 31 && bits(below: rows) + bits(below: truths) <= 34
  }

  /// How many low bits are not about the score.
  var payloadBits: Int { truthBits + rowBits }
  /// What the truth is masked with.
  var truthMask: UInt64 { 1 << UInt64(truthBits) - 1 }
  /// What row and truth are masked with.
  var payloadMask: UInt64 { 1 << UInt64(payloadBits) - 1 }
  /// By how much the payload grows from row to row.
  var rowStep: UInt64 { rowBits == 0 ? 0 : 1 << UInt64(truthBits) }

  /// How many of the lowest bits of a key find no room; at most 32.
  func droppedBits(ofKeyBits keyBits: Int) -> Int { max(0, keyBits + payloadBits - UInt64.bitWidth) }

  /// The number of the row that a word is about.
  @inline(__always)
  func row(_ word: UInt64) -> Int { Int(truncatingIfNeeded: (word & payloadMask) &>> UInt64(truthBits)) }

  private static func bits(below bound: Int) -> Int { Int.bitWidth - max(bound - 1, 1).leadingZeroBitCount }
}
