extension JSONCursor {
  /// Reads a number, `NaN`, `Infinity` or `-Infinity`.
  ///
  /// - Returns: The nearest double and where its text stands.
  package mutating func number() throws(JSONFault) -> (value: Double, range: Range<Int>) {
    let start = position
    switch byte(at: start) {
    case UInt8(ascii: "N"):
      try word("NaN")
      return (.nan, start..<position)
    case UInt8(ascii: "I"):
      try word("Infinity")
      return (.infinity, start..<position)
    case UInt8(ascii: "-") where byte(at: start + 1) == UInt8(ascii: "I"):
      try word("-Infinity")
      return (-.infinity, start..<position)
    default: break
    }
    let end = try endOfNumber()
    guard let value = DecimalNumber.parse(UnsafeBufferPointer(rebasing: bytes[start..<end])) else {
      position = start
      throw JSONFault(
        at: start, found: "a number of \(end - start) characters",
        expected: "at most \(DecimalNumber.lengthLimit)")
    }
    position = end
    return (value, start..<end)
  }

  /// Checks a number by JSON's grammar, which knows no leading zeros, no plus and no bare point.
  private mutating func endOfNumber() throws(JSONFault) -> Int {
    var index = position
    if byte(at: index) == UInt8(ascii: "-") { index += 1 }
    if byte(at: index) == UInt8(ascii: "0") {
      index += 1
    } else {
      index = try endOfDigits(from: index)
    }
    if byte(at: index) == UInt8(ascii: ".") { index = try endOfDigits(from: index + 1) }
    if byte(at: index) | 0x20 == UInt8(ascii: "e") {
      index += 1
      if byte(at: index) == UInt8(ascii: "+") || byte(at: index) == UInt8(ascii: "-") { index += 1 }
      index = try endOfDigits(from: index)
    }
    return index
  }

  /// The end of at least one digit.
  private mutating func endOfDigits(from start: Int) throws(JSONFault) -> Int {
    var index = start
    while byte(at: index) &- UInt8(ascii: "0") <= 9 { index += 1 }
    guard index > start else {
      position = min(index, bytes.count)
      throw fault(expecting: "a digit")
    }
    return index
  }

  /// The byte at `index`, or 0 behind the end.
  private func byte(at index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }
}
