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

  /// The bytes of the cell with doubled quotes resolved, in `scratch` where that is needed; `bytes` are what its range
  /// points into.
  @inline(__always)
  package func withText<Result>(
    in bytes: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8],
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard case .doubledQuotes = form else { return body(UnsafeBufferPointer(rebasing: bytes[range])) }
    resolve(bytes, into: &scratch)
    return scratch.withUnsafeBufferPointer(body)
  }

  private func resolve(_ bytes: UnsafeBufferPointer<UInt8>, into scratch: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    var isSecond = false
    for byte in bytes[range] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { scratch.append(byte) }
    }
  }
}
