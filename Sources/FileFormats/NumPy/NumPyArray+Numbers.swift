extension NumPyArray {
  /// The elements of some rows as doubles, row by row; every float is converted exactly.
  ///
  /// - Precondition: The elements are no texts, and the rows are in the array.
  /// - Throws: ``FormatError`` when the file cannot be read.
  package func numbers(in rows: Range<Int>) throws(FormatError) -> [Double] {
    precondition(!element.isText, "texts are no numbers")
    if element.kind == .float, element.size == 8, !element.isBigEndian, !isFortranOrder || columnCount == 1 {
      return try plainDoubles(in: rows)
    }
    return try withBytes(of: rows) { bytes in
      switch (element.kind, element.size) {
      case (.boolean, _): cells(bytes, rows.count) { (bits: UInt8) in bits == 0 ? 0.0 : 1 }
      case (.signed, 1): cells(bytes, rows.count) { (bits: Int8) in Double(bits) }
      case (.signed, 2): cells(bytes, rows.count) { (bits: Int16) in Double(bits) }
      case (.signed, 4): cells(bytes, rows.count) { (bits: Int32) in Double(bits) }
      case (.signed, _): cells(bytes, rows.count) { (bits: Int64) in Double(bits) }
      case (.unsigned, 1): cells(bytes, rows.count) { (bits: UInt8) in Double(bits) }
      case (.unsigned, 2): cells(bytes, rows.count) { (bits: UInt16) in Double(bits) }
      case (.unsigned, 4): cells(bytes, rows.count) { (bits: UInt32) in Double(bits) }
      case (.unsigned, _): cells(bytes, rows.count) { (bits: UInt64) in Double(bits) }
      case (_, 2): cells(bytes, rows.count, Self.half)
      case (_, 4): cells(bytes, rows.count) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
      default: cells(bytes, rows.count) { (bits: UInt64) in Double(bitPattern: bits) }
      }
    }
  }

  /// The elements of some rows as whole numbers, row by row.
  ///
  /// - Precondition: The elements are whole numbers or booleans, and the rows are in the array.
  /// - Throws: ``FormatError`` when the file cannot be read, or holds a number of 2^63 or more.
  package func integers(in rows: Range<Int>) throws(FormatError) -> [Int64] {
    precondition(element.isWhole, "only whole numbers are")
    let values = try withBytes(of: rows) { bytes in
      switch (element.kind, element.size) {
      case (.boolean, _): cells(bytes, rows.count) { (bits: UInt8) in bits == 0 ? 0 : Int64(1) }
      case (.signed, 1): cells(bytes, rows.count) { (bits: Int8) in Int64(bits) }
      case (.signed, 2): cells(bytes, rows.count) { (bits: Int16) in Int64(bits) }
      case (.signed, 4): cells(bytes, rows.count) { (bits: Int32) in Int64(bits) }
      case (.signed, _): cells(bytes, rows.count) { (bits: Int64) in bits }
      case (_, 1): cells(bytes, rows.count) { (bits: UInt8) in Int64(bits) }
      case (_, 2): cells(bytes, rows.count) { (bits: UInt16) in Int64(bits) }
      case (_, 4): cells(bytes, rows.count) { (bits: UInt32) in Int64(bits) }
      default: cells(bytes, rows.count) { (bits: UInt64) in Int64(bitPattern: bits) }
      }
    }
    if element.kind == .unsigned, element.size == 8, let large = values.first(where: { $0 < 0 }) {
      throw error("\(UInt64(bitPattern: large))", expected: "whole numbers below 2^63")
    }
    return values
  }

  /// Doubles of this machine's own form, read to where they stay.
  private func plainDoubles(in rows: Range<Int>) throws(FormatError) -> [Double] {
    var failure: FormatError?
    let count = rows.count * columnCount
    let values = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(FormatError) {
        try read(
          rows, into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<count])))
        initialized = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return values
  }

  /// The elements in `bytes`, row by row, each made of its bits by `value`.
  @inline(__always)
  private func cells<Bits: FixedWidthInteger, Value>(
    _ bytes: UnsafeRawBufferPointer, _ rows: Int, _ value: (Bits) -> Value
  ) -> [Value] {
    let columns = columnCount
    let isBigEndian = element.isBigEndian
    let isTransposed = isFortranOrder && columns > 1
    return [Value](unsafeUninitializedCapacity: rows * columns) { buffer, count in
      let size = MemoryLayout<Bits>.size
      for index in 0..<rows * columns {
        let bits = bytes.loadUnaligned(fromByteOffset: index * size, as: Bits.self)
        let place = isTransposed ? index % rows * columns + index / rows : index
        (buffer.baseAddress.unsafelyUnwrapped + place).initialize(
          to: value(isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits)))
      }
      count = rows * columns
    }
  }

  /// The double that a half-precision float is.
  private static func half(_ bits: UInt16) -> Double {
    let significand = Double(bits & 0x3FF)
    let magnitude: Double =
      switch bits >> 10 & 0x1F {
      case 0: significand * 0x1p-24
      case 31: significand == 0 ? .infinity : .nan
      case let exponent: Double(sign: .plus, exponent: Int(exponent) - 25, significand: 1024 + significand)
      }
    return bits & 0x8000 == 0 ? magnitude : -magnitude
  }
}
