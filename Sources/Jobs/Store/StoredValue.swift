/// A value of a row, as a store has it.
enum StoredValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case integer(Int64)
  /// A text that is one of the program's own words.
  case text(String)
  /// Bytes.
  case bytes([UInt8])
  /// Anything else, which no queue keeps.
  case other
}
