/// What is wrong with JSON text, and at which byte.
package struct JSONFault: Error, Hashable, Sendable {
  /// The offset of the byte that does not fit; the number of bytes where the text ends too early.
  package let offset: Int
  /// What was found, as the object of “found …”.
  package let found: String
  /// What was expected, as the object of “expected …”.
  package let expected: String

  /// A fault at `offset`.
  package init(at offset: Int, found: String, expected: String) {
    self.offset = offset
    self.found = found
    self.expected = expected
  }
}
