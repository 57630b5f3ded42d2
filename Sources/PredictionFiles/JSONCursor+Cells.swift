import FileFormats

extension JSONCursor {
  /// Gives the text of a cell to `body`, its escapes resolved in `scratch` where there are any.
  func withText<Result>(
    of cell: JSONCell, _ scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    switch cell {
    case .absent: return body(UnsafeBufferPointer(start: nil, count: 0))
    case .source(let range): return body(UnsafeBufferPointer(rebasing: bytes[range]))
    case .string(let text):
      guard text.hasEscapes else { return body(UnsafeBufferPointer(rebasing: bytes[text.range])) }
      scratch.removeAll(keepingCapacity: true)
      append(text, to: &scratch)
      return scratch.withUnsafeBufferPointer(body)
    }
  }

  /// The offset of the first byte that is not UTF-8.
  var firstInvalidByte: Int? { UTF8Validity.firstInvalidByte(in: bytes) }
}
