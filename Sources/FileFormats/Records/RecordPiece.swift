/// A parser that has read its piece of a file.
package struct RecordPiece<Parser: RecordParser>: Sendable {
  /// The parser with all it keeps.
  package let parser: Parser
  /// The line of the piece's first record in the file, counted from 1.
  package let firstLine: Int
}
