/// A cell of a delimited file, not yet copied out of it.
package struct DelimitedCell: Sendable {
  /// How a cell is written.
  package enum Form: Sendable {
    /// Without quotes, or in quotes with nothing to resolve: the bytes are the text.
    case plain
    /// In quotes, with doubled quotes that stand for one.
    case doubledQuotes
    /// In quotes, with something between the closing quote and the next separator.
    case textAfterQuote
  }

  /// The offsets of the bytes, without the quotes around them.
  package var range: Range<Int>
  /// How it is written.
  package var form: Form

  /// A cell at a range.
  package init(range: Range<Int>, form: Form) {
    self.range = range
    self.form = form
  }
}
