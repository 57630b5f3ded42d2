import Evaluation

/// A column of texts that is being filled, and from which the last row can be taken back.
struct TextRows: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The number of rows.
  var count: Int { ends.count }

  /// Adds a row.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Adds a row.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Makes room for `count` rows as long as those there are.
  mutating func reserve(_ count: Int) {
    guard !ends.isEmpty else { return }
    bytes.reserveCapacity(bytes.count / ends.count * count)
    ends.reserveCapacity(count)
  }

  /// Adds empty rows until there are `count`.
  mutating func fill(to count: Int) {
    while ends.count < count { ends.append(bytes.count) }
  }

  /// Takes back all rows from `count` on.
  mutating func truncate(to count: Int) {
    guard ends.count > count else { return }
    bytes.removeLast(bytes.count - (count == 0 ? 0 : ends[count - 1]))
    ends.removeLast(ends.count - count)
  }

  /// Gives the bytes of a row to `body`.
  @inline(__always)
  func withBytes<Result>(of row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = row == 0 ? 0 : ends[row - 1]
    let end = ends[row]
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The text of a row.
  subscript(row: Int) -> String {
    withBytes(of: row) { String(decoding: $0, as: UTF8.self) }
  }

  /// The column as predictions hold it.
  var column: TextColumn { TextColumn(bytes: bytes, ends: ends) }
}
