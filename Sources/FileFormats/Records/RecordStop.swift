/// Why a parser stopped in a window; all offsets are the window's.
package enum RecordStop: Sendable {
  /// All records that begin before the limit are read; the next one would begin at `next`.
  case done(next: Int)
  /// The record that begins at `next` does not end in the window; `openQuote` is the quote that is open at the end.
  case incomplete(next: Int, openQuote: Int?)
  /// The record that begins at `next` makes the file unreadable, because of what is at `offset`.
  case refused(next: Int, offset: Int, found: String, expected: String)
}
