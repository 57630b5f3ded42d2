import Diagnostics

/// Numbers texts in the order in which they are first seen, without making a string of each.
struct TextTable: Sendable {
  /// The texts, one of each.
  private(set) var texts = TextRows()
  /// Number + 1 of the text in each slot, 0 for a free one; the count is a power of two and at most half is used.
  private var slots = [Int32](repeating: 0, count: 64)

  /// What makes the hash one that nobody outside can foresee; only places in the table depend on it, no order.
  private let key = (UInt64.random(in: .min ... .max) | 1, UInt64.random(in: .min ... .max))

  /// The number of different texts.
  var count: Int { texts.count }

  /// The texts, in the order of their numbers.
  var all: [ExactString] { (0..<count).map { ExactString(texts[$0]) } }

  /// The number of a text; none if it was not seen.
  func index(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let found = slots[slot(of: text)]
    return found == 0 ? nil : found - 1
  }

  /// The number of a text, a new one if it was not seen.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let slot = slot(of: text)
    if slots[slot] != 0 { return slots[slot] - 1 }
    texts.append(text)
    slots[slot] = Int32(texts.count)
    if texts.count * 2 > slots.count { grow() }
    return Int32(texts.count - 1)
  }

  /// The number of a text, a new one if it was not seen.
  @discardableResult
  mutating func insert(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { insert($0) }
  }

  /// The slot where the text is, or the free one where it belongs.
  private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = hash(text) & (slots.count - 1)
    while slots[slot] != 0, !texts.withBytes(of: Int(slots[slot]) - 1, { $0.elementsEqual(text) }) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    for row in 0..<texts.count {
      let slot = texts.withBytes(of: row) { self.slot(of: $0) }
      slots[slot] = Int32(row + 1)
    }
  }

  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(text[offset])
      offset &+= 1
    }
    return Int(truncatingIfNeeded: mix(hash ^ tail))
  }

  /// Spreads every bit over all: both halves of the product with a secret odd number.
  @inline(__always)
  private func mix(_ word: UInt64) -> UInt64 {
    let product = (word ^ key.1).multipliedFullWidth(by: key.0)
    return product.high ^ product.low
  }
}
