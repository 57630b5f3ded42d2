/// Reads the records of one piece of a file and keeps what they say.
///
/// Pieces are read at the same time by parsers that know nothing of each other; a record that does not end in its
/// window is read again, from its beginning, in a larger one.
package protocol RecordParser: Sendable {
  /// How many lines the records read so far take.
  var lineCount: Int { get }

  /// Reads the records of a window up to its limit and says why it stopped.
  mutating func read(_ window: RecordWindow) -> RecordStop

  /// Is told that all records of the piece are read.
  mutating func finish()
}

extension RecordParser {
  package mutating func finish() {}
}
