/// A string in JSON text, not yet copied out of it.
package struct JSONText: Hashable, Sendable {
  /// The offsets of the bytes between the quotes.
  package let range: Range<Int>
  /// Whether any of them is a backslash; if not, the bytes are the string.
  package let hasEscapes: Bool
}
