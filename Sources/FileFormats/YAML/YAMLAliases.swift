/// How far the aliases of a YAML text could unfold it.
package enum YAMLAliases {
  /// The most nodes that a document may have when its aliases are written out.
  package static let unfoldedLimit = 20_000_000

  /// Whether the document with its aliases written out surely has no more nodes than `limit`.
  ///
  /// An anchor that is used c times adds at most c copies of what it stands for, and of the copies within. The
  /// product of 1 + c over all anchors, times the bytes of the text, is therefore never less than the truth. It is
  /// counted before the parser sees the text, because the parser hashes keys with their aliases written out.
  /// Marks within quotes and comments are counted too: that only makes the bound larger.
  static func areHarmless(in bytes: [UInt8], limit: Int = unfoldedLimit) -> Bool {
    let factor = boundOfCopies(in: bytes)
    return factor == 1 || saturatingProduct(factor, bytes.count) <= limit
  }

  /// The product of 1 + c over all anchors, each used c times; at most `Int.max`.
  private static func boundOfCopies(in bytes: [UInt8]) -> Int {
    var uses: [[UInt8]: Int] = [:]
    var bound = 1
    var offset = 0
    while offset < bytes.count {
      let mark = bytes[offset]
      offset += 1
      guard mark == UInt8(ascii: "&") || mark == UInt8(ascii: "*") else { continue }
      let start = offset
      while offset < bytes.count, isNameByte(bytes[offset]) { offset += 1 }
      guard offset > start else { continue }
      let name = Array(bytes[start..<offset])
      if mark == UInt8(ascii: "*") {
        uses[name]? += 1
      } else if let count = uses.updateValue(0, forKey: name) {
        bound = saturatingProduct(bound, count + 1)
      }
    }
    for count in uses.values { bound = saturatingProduct(bound, count + 1) }
    return bound
  }

  private static func saturatingProduct(_ left: Int, _ right: Int) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? Int.max : product
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
