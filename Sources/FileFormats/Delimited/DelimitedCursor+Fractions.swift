extension DelimitedCursor {
  /// Reads the next cells as long as they are numbers from 0 to 1 and there is room; returns how many it read.
  ///
  /// Where it stops, ``number(_:)`` reads on, or says that the cell is none. Nearly all bytes of a prediction file
  /// pass here: hence words instead of bytes, and pointers without checks of bounds. What makes that safe is the line
  /// feed at ``end`` with what follows it: no load begins behind a byte that is no digit, other than the first two.
  package mutating func fractions(into target: UnsafeMutableBufferPointer<Double>) -> Int {
    guard let values = target.baseAddress else { return 0 }
    let powers = DecimalPowers.ofFive
    var count = 0
    while count < target.count, hasCell {
      var index = position
      guard let value = fraction(at: &index, powers), value <= 1 else { break }
      if bytes[index] != delimiter {
        if bytes[index] == Self.carriageReturn, bytes[index &+ 1] == Self.lineFeed { index &+= 1 }
        guard bytes[index] == Self.lineFeed else { break }
      }
      values[count] = value
      count &+= 1
      endCell(at: index)
    }
    return count
  }

  /// Reads the number at `index`, which is at most ``end``, and moves `index` behind it; none if there is none, or
  /// it is below 0.
  @inline(__always)
  private func fraction(at index: inout Int, _ powers: [DecimalPowers.OfFive]) -> Double? {
    let start = index
    let head = word(at: start)
    let whole = (head & 0xFF) &- UInt64(UInt8(ascii: "0"))
    guard whole <= 1, (head &>> 8) & 0xFF == UInt64(UInt8(ascii: ".")) else { return anyFraction(at: &index) }
    let first = EightDigits(word(at: start &+ 2))
    var mantissa = first.value
    var count = first.count
    if count == 8 {
      let second = EightDigits(word(at: start &+ 10))
      mantissa = mantissa &* DecimalPowers.ofTen[second.count] &+ second.value
      count &+= second.count
      if count == 16 {
        let third = EightDigits(word(at: start &+ 18))
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: DecimalPowers.ofTen[third.count])
        let (sum, carry) = product.addingReportingOverflow(third.value)
        count &+= third.count
        if overflow || carry || third.count == 8 { return anyFraction(at: &index) }
        mantissa = sum
      }
    }
    index = start &+ 2 &+ count
    if bytes[index] | 0x20 == UInt8(ascii: "e") || count == 0 { return anyFraction(at: &index, from: start) }
    if whole != 0 {
      if count > 18 { return anyFraction(at: &index, from: start) }
      mantissa &+= DecimalPowers.ofTen[count]
    }
    return DecimalNumber.value(mantissa, tenTo: 0 &- count, powers) ?? anyFraction(at: &index, from: start)
  }

  /// The same for numbers of any form.
  @inline(never)
  private func anyFraction(at index: inout Int, from start: Int? = nil) -> Double? {
    index = start ?? index
    guard let value = DecimalNumber.scan(bytes, at: &index), value >= 0 else { return nil }
    return value
  }
}
