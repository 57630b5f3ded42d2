/// Texts of rows that lie somewhere else than in memory, such as in the file that they were read from.
package protocol StoredTexts: Sendable {
  /// The number of rows.
  var count: Int { get }

  /// Gives the bytes of a row to `body`; they are valid only while it runs.
  ///
  /// A text that cannot be had any more is empty.
  ///
  /// - Precondition: `row` is from 0 to below ``count``.
  func withBytes<Result>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result
}
