#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A string that equals another only if both have the same UTF-8 bytes.
///
/// Swift's own `String` calls two spellings equal when they are canonically equivalent: "é" as one scalar and
/// "é" as "e" with a combining accent are one `Dictionary` key. To a classifier they are two labels, to a file
/// system two names. Labels, ids and keys are therefore held as `ExactString`; order is that of the bytes,
/// which is also the order of the Unicode scalars.
///
/// ```swift
/// ExactString("caf\u{E9}") == ExactString("cafe\u{301}")  // false
/// ```
public struct ExactString: Sendable {
  /// The text, unchanged.
  public let text: String

  /// Wraps `text` without changing it.
  public init(_ text: String) {
    self.text = text
  }
}

extension ExactString: Hashable {
  /// Whether both texts have the same UTF-8 bytes.
  public static func == (left: ExactString, right: ExactString) -> Bool {
    let (leftBytes, rightBytes) = (left.text.utf8, right.text.utf8)
    guard leftBytes.count == rightBytes.count else { return false }
    return compare(leftBytes, rightBytes) == 0
  }

  /// Hashes the UTF-8 bytes.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

extension ExactString: Comparable {
  /// Whether the bytes of `left` come before those of `right`.
  public static func < (left: ExactString, right: ExactString) -> Bool {
    compare(left.text.utf8, right.text.utf8) < 0
  }
}

extension ExactString: ExpressibleByStringLiteral {
  /// A literal, for tests and tables.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension ExactString: CustomStringConvertible {
  /// The text itself.
  public var description: String { text }
}

extension ExactString {
  /// Negative, zero or positive, as `left` comes before, is or comes after `right` by its bytes.
  private static func compare(_ left: String.UTF8View, _ right: String.UTF8View) -> Int {
    let order = left.withContiguousStorageIfAvailable { left in
      right.withContiguousStorageIfAvailable { right in
        let common = min(left.count, right.count)
        if let first = left.baseAddress, let second = right.baseAddress, common > 0 {
          let order = memcmp(first, second, common)
          if order != 0 { return Int(order) }
        }
        return left.count - right.count
      }
    }
    // A text that another framework holds has no bytes at hand.
    if let order = order ?? nil { return order }
    if left.elementsEqual(right) { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }
}
