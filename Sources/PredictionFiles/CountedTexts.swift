import Evaluation

/// Texts that are whole numbers counting up by one, as rows are often numbered: none of them needs to be kept.
///
/// ```swift
/// var texts = CountedTexts(from: 9)
/// texts.append()
/// texts.append()
/// texts.withBytes(of: 1) { String(decoding: $0, as: UTF8.self) }  // "10"
/// ```
struct CountedTexts: StoredTexts, Hashable {
  /// The first number.
  let first: UInt64
  /// How many numbers there are.
  private(set) var count = 0

  /// Numbers of more digits are not looked at.
  private static let mostDigits = 18

  /// No numbers yet; the next one is `first`.
  init(from first: UInt64) {
    self.first = first
  }

  /// The number that the text writes as counting does: in decimal digits, without sign or zeros before it.
  @inline(__always)
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard text.count > 0, text.count <= mostDigits else { return nil }
    var number: UInt64 = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ UInt64(digit)
    }
    return text[0] == UInt8(ascii: "0") && text.count > 1 ? nil : number
  }

  /// Whether the text is the next number.
  @inline(__always)
  func isNext(_ text: UnsafeBufferPointer<UInt8>) -> Bool { Self.number(text) == first &+ UInt64(count) }

  /// Adds the next number.
  mutating func append() { count &+= 1 }

  /// Takes back all numbers from row `count` on.
  mutating func truncate(to count: Int) { self.count = min(self.count, count) }

  func withBytes<Result>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    var text = String(first + UInt64(row))
    return try text.withUTF8(body)
  }
}
