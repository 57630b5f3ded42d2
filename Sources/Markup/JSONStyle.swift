/// How JSON text is laid out.
package struct JSONStyle: Hashable, Sendable {
  /// Whether each member and element stands on its own line, indented by two spaces.
  package var isPretty: Bool
  /// Whether members of an object are put in the order of their keys' UTF-8 bytes, else they stay as written.
  package var sortsKeys: Bool
  /// Whether everything beyond ASCII is written as `\uXXXX`.
  package var isASCII: Bool
  /// Whether a space follows each comma and colon on a line, as Python's `json.dumps` has it.
  package var isSpaced: Bool

  /// A layout; by default one line without spaces, keys as written, UTF-8.
  package init(
    isPretty: Bool = false, sortsKeys: Bool = false, isASCII: Bool = false, isSpaced: Bool = false
  ) {
    self.isPretty = isPretty
    self.sortsKeys = sortsKeys
    self.isASCII = isASCII
    self.isSpaced = isSpaced
  }

  /// One line, nothing superfluous.
  package static let compact = JSONStyle()
  /// Indented, for people.
  package static let pretty = JSONStyle(isPretty: true)
  /// Byte for byte what Python's `json.dumps` writes for the same members in the same order.
  package static let python = JSONStyle(isASCII: true, isSpaced: true)
}
