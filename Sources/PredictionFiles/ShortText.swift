/// The bytes of a text of at most sixteen, to be compared at once.
struct ShortText: Equatable, Sendable {
  /// The number of bytes.
  private var count = 0
  /// The first bytes and the last ones, which may overlap: with the count, no two texts have the same.
  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  /// The empty text.
  init() {}

  /// A text; nil if it has more bytes.
  @inline(__always)
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(text)
    count = bytes.count
    if count > 16 { return nil }
    if count >= 8 {
      head = bytes.loadUnaligned(as: UInt64.self)
      tail = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      head = UInt64(bytes.loadUnaligned(as: UInt32.self))
      tail = UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    } else if count > 0 {
      head = UInt64(bytes[0]) | UInt64(bytes[count &>> 1]) &<< 8 | UInt64(bytes[count &- 1]) &<< 16
    }
  }

  /// One of 64 places.
  @inline(__always)
  var place: Int {
    let mixed = ((head ^ tail &<< 1) &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed &>> 58)
  }

  @inline(__always)
  static func == (left: ShortText, right: ShortText) -> Bool {
    left.head == right.head && left.tail == right.tail && left.count == right.count
  }
}
