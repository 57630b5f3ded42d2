/// NPY files made by hand, byte by byte.
public enum NumPyBytes {
  /// An array: the header of version 1.0, then `data`.
  public static func array(
    _ descr: String, shape: String, isFortranOrder: Bool = false, data: [UInt8]
  ) -> [UInt8] {
    let order = isFortranOrder ? "True" : "False"
    return file("{'descr': '\(descr)', 'fortran_order': \(order), 'shape': \(shape), }", data: data)
  }

  /// A file with this description, filled up with blanks as numpy does.
  public static func file(
    _ description: String, version: (UInt8, UInt8) = (1, 0), data: [UInt8] = []
  ) -> [UInt8] {
    let lengthSize = version.0 == 1 ? 2 : 4
    var text = Array(description.utf8)
    while (6 + 2 + lengthSize + text.count + 1) % 64 != 0 { text.append(0x20) }
    text.append(0x0A)
    let length = (0..<lengthSize).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
    return [0x93] + Array("NUMPY".utf8) + [version.0, version.1] + length + text + data
  }

  /// An array of one axis of doubles.
  public static func doubles(_ values: [Double]) -> [UInt8] {
    array("<f8", shape: "(\(values.count),)", data: values.flatMap { bytes(of: $0.bitPattern) })
  }

  /// An array of rows of doubles.
  public static func doubles(rows: [[Double]]) -> [UInt8] {
    array(
      "<f8", shape: "(\(rows.count), \(rows.first?.count ?? 0))",
      data: rows.flatMap { $0.flatMap { bytes(of: $0.bitPattern) } })
  }

  /// An array of one axis of whole numbers.
  public static func integers(_ values: [Int64]) -> [UInt8] {
    array("<i8", shape: "(\(values.count),)", data: values.flatMap { bytes(of: $0) })
  }

  /// An array of one axis of texts in Unicode.
  public static func texts(_ values: [String]) -> [UInt8] {
    let length = max(values.map(\.unicodeScalars.count).max() ?? 1, 1)
    let data = values.flatMap { value in
      let scalars = value.unicodeScalars.map(\.value)
      return (scalars + Array(repeating: 0, count: length - scalars.count)).flatMap { bytes(of: $0) }
    }
    return array("<U\(length)", shape: "(\(values.count),)", data: data)
  }

  /// The bytes of a number, the lowest first.
  public static func bytes(of value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
