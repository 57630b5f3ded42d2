extension DelimitedCursor {
  /// Reads the next cells as long as they are numbers from 0 to 1 and there is room; returns how many it read.
  ///
  /// Where it stops, ``number(_:)`` reads on, or says that the cell is none. Nearly all bytes of a prediction file
  /// pass here: hence words instead of bytes, and pointers without checks of bounds. What makes that safe is the line
  /// feed at ``end`` with what follows it: no load begins behind a byte that is no digit, other than the first two.
  package mutating func fractions(into target: UnsafeMutableBufferPointer<Double>) -> Int {
    guard hasCell, let values = target.baseAddress, let bytes = bytes.baseAddress else { return 0 }
    let powers = DecimalPowers.ofFive
    let delimiter = delimiter
    var count = 0
    var next = position
    var form = fractionForm
    defer { fractionForm = form }
    while count < target.count {
      if let form, let value = form.value(Self.word(bytes, next)) {
        let end = next &+ form.length
        if bytes[end] == delimiter {
          values[count] = value
          count &+= 1
          next = end &+ 1
          continue
        }
        if bytes[end] == Self.lineFeed {
          values[count] = value
          endCell(at: end)
          return count &+ 1
        }
      }
      var index = next
      let value = Self.plainFraction(bytes, &index, powers) ?? anyFraction(at: &index)
      guard let value, value <= 1 else { break }
      if bytes[index] == delimiter {
        // Numbers of one file mostly have as many digits.
        form = FractionForm(digitCount: index &- next &- 2)
        values[count] = value
        count &+= 1
        next = index &+ 1
        continue
      }
      if bytes[index] == Self.carriageReturn, bytes[index &+ 1] == Self.lineFeed { index &+= 1 }
      guard bytes[index] == Self.lineFeed else { break }
      values[count] = value
      endCell(at: index)
      return count &+ 1
    }
    position = next
    return count
  }

  /// Reads the number at `index`, which is at most ``end``, and moves `index` behind it; none if there is none that is
  /// written as `0.` or `1.` and digits, or only someone slower can tell which it is.
  ///
  /// It is told what it needs of the cursor, because it is called between changes to it.
  @inline(__always)
  private static func plainFraction(
    _ bytes: UnsafePointer<UInt8>, _ index: inout Int, _ powers: [DecimalPowers.OfFive]
  ) -> Double? {
    let start = index
    let head = word(bytes, start)
    let whole = (head & 0xFF) &- UInt64(UInt8(ascii: "0"))
    guard whole <= 1, (head &>> 8) & 0xFF == UInt64(UInt8(ascii: ".")) else { return nil }
    let first = EightDigits(word(bytes, start &+ 2))
    var mantissa = first.value
    var count = first.count
    if count == 8 {
      let second = EightDigits(word(bytes, start &+ 10))
      mantissa = mantissa &* DecimalPowers.ofTen[second.count] &+ second.value
      count &+= second.count
      if count == 16 {
        let third = EightDigits(word(bytes, start &+ 18))
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: DecimalPowers.ofTen[third.count])
        let (sum, carry) = product.addingReportingOverflow(third.value)
        count &+= third.count
        if overflow || carry || third.count == 8 { return nil }
        mantissa = sum
      }
    }
    let end = start &+ 2 &+ count
    if bytes[end] | 0x20 == UInt8(ascii: "e") || count == 0 { return nil }
    if whole != 0 {
      if count > 18 { return nil }
      mantissa &+= DecimalPowers.ofTen[count]
    }
    guard let value = DecimalNumber.value(mantissa, tenTo: 0 &- count, powers) else { return nil }
    index = end
    return value
  }

  /// The same for numbers of any form from 0 on.
  @inline(never)
  private func anyFraction(at index: inout Int) -> Double? {
    guard let value = DecimalNumber.scan(bytes, at: &index), value >= 0 else { return nil }
    return value
  }
}
