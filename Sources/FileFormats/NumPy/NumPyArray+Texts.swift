extension NumPyArray {
  /// Gives the elements of some rows of an array of one column to `body`, as texts in UTF-8.
  ///
  /// Zeros at the end of a text fill it up and are left out, as numpy does. Whole numbers are written in digits,
  /// booleans as `True` and `False`, floats with the fewest digits that tell them apart. `body` is given nothing for
  /// a text that is none: bytes that are no UTF-8, or what is no Unicode scalar.
  ///
  /// - Precondition: The array has one column, and the rows are in it.
  /// - Throws: ``FormatError`` when the file cannot be read, or holds a whole number of 2^63 or more.
  package func texts(
    in rows: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>?) -> Void
  ) throws(FormatError) {
    precondition(columnCount == 1, "a text is for a row")
    // A few at a time, because texts may be long.
    let step = max(1, (1 << 20) / element.size)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      try textsOfBlock(start..<min(start + step, rows.upperBound), body)
    }
  }

  private func textsOfBlock(
    _ rows: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>?) -> Void
  ) throws(FormatError) {
    switch element.kind {
    case .bytes:
      try withBytes(of: rows) { bytes in
        let bytes = bytes.bindMemory(to: UInt8.self)
        for row in 0..<rows.count {
          let cell = bytes[row * element.size..<(row + 1) * element.size]
          let end = cell.lastIndex { $0 != 0 }.map { $0 + 1 } ?? cell.startIndex
          let text = UnsafeBufferPointer(rebasing: cell[..<end])
          body(UTF8Validity.firstInvalidByte(in: text) == nil ? text : nil)
        }
      }
    case .unicode:
      try withBytes(of: rows) { bytes in
        var text: [UInt8] = []
        for row in 0..<rows.count {
          let cell = bytes[row * element.size..<(row + 1) * element.size]
          let isText = encode(UnsafeRawBufferPointer(rebasing: cell), into: &text)
          text.withUnsafeBufferPointer { body(isText ? $0 : nil) }
        }
      }
    case .boolean, .signed, .unsigned:
      for value in try integers(in: rows) {
        give(element.kind == .boolean ? (value == 0 ? "False" : "True") : String(value), to: body)
      }
    case .float:
      for value in try numbers(in: rows) {
        give(element.size == 8 ? "\(value)" : "\(Float(value))", to: body)
      }
    }
  }

  private func give(_ text: String, to body: (UnsafeBufferPointer<UInt8>?) -> Void) {
    var text = text
    text.withUTF8 { body($0) }
  }

  /// Writes the scalars of a cell as UTF-8; false if there is a number among them that is none.
  private func encode(_ cell: UnsafeRawBufferPointer, into text: inout [UInt8]) -> Bool {
    text.removeAll(keepingCapacity: true)
    var end = cell.count
    while end > 0, cell.loadUnaligned(fromByteOffset: end - 4, as: UInt32.self) == 0 { end -= 4 }
    for offset in stride(from: 0, to: end, by: 4) {
      let bits = cell.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      let number = element.isBigEndian ? UInt32(bigEndian: bits) : UInt32(littleEndian: bits)
      if number < 0x80 {
        text.append(UInt8(truncatingIfNeeded: number))
      } else if let scalar = Unicode.Scalar(number) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        return false
      }
    }
    return true
  }
}
