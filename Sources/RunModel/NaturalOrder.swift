public import Diagnostics

/// The order in which people expect keys: `x2` before `x10`, `alpha` before `Beta`.
///
/// Digits in a row count as one whole number of any length, ASCII letters regardless of case, everything else by
/// its UTF-8 bytes. Texts that are equal so far (`x1`, `x01`, `X1`) are ordered by their bytes, so the order is total
/// and the same everywhere.
///
/// ```swift
/// ["x10", "x2"].sorted(by: NaturalOrder.precedes)  // ["x2", "x10"]
/// ```
public enum NaturalOrder {
  /// Whether `left` comes before `right`.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    return left.withUTF8 { leftBytes in
      right.withUTF8 { rightBytes in
        let order = compare(leftBytes, rightBytes)
        return order == 0 ? leftBytes.lexicographicallyPrecedes(rightBytes) : order < 0
      }
    }
  }

  /// Whether the text of `left` comes before that of `right`.
  public static func precedes(_ left: ExactString, _ right: ExactString) -> Bool {
    precedes(left.text, right.text)
  }

  /// Negative, zero or positive, as `left` comes before, with or after `right`.
  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if isDigit(left[i]), isDigit(right[j]) {
        let leftNumber = number(in: left, at: &i)
        let rightNumber = number(in: right, at: &j)
        if leftNumber.count != rightNumber.count { return leftNumber.count - rightNumber.count }
        for (leftDigit, rightDigit) in zip(leftNumber, rightNumber) where leftDigit != rightDigit {
          return Int(leftDigit) - Int(rightDigit)
        }
      } else {
        let difference = Int(folded(left[i])) - Int(folded(right[j]))
        if difference != 0 { return difference }
        i += 1
        j += 1
      }
    }
    return (left.count - i) - (right.count - j)
  }

  /// The digits from `position` on, without leading zeros; moves `position` behind them.
  private static func number(
    in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    while position < bytes.count, bytes[position] == UInt8(ascii: "0") { position += 1 }
    let start = position
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
