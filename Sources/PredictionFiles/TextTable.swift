import Diagnostics

/// Numbers texts in the order in which they are first seen, without making a string of each.
struct TextTable: Sendable {
  /// The texts, one of each.
  private(set) var texts = TextRows()
  /// Number + 1 of the text in each slot, 0 for a free one; the count is a power of two and at most half is used.
  private var slots = [Int32](repeating: 0, count: 64)
  private let hash = TextHash.shared
  /// Short texts that were inserted, each in the place that its bytes choose: nearly all cells of a column of labels repeat
  /// one of a few.
  private var recent = [Recent](repeating: Recent(), count: 64)

  /// A text of at most sixteen bytes, as ``ShortText`` has it, and its number.
  private struct Recent: Sendable {
    var text = ShortText()
    var number: Int32 = -1
  }

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
  @inline(__always)
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let short = ShortText(text) else { return insertAny(text) }
    let place = short.place
    let last = recent.withUnsafeBufferPointer { $0[place] }
    if last.text == short, last.number >= 0 { return last.number }
    let number = insertAny(text)
    recent[place] = Recent(text: short, number: number)
    return number
  }

  private mutating func insertAny(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
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

  /// Takes back the texts from number `count` on.
  mutating func truncate(to count: Int) {
    while texts.count > count {
      // Nothing was put behind the last text, so that its slot may be freed without closing a gap.
      let slot = texts.withBytes(of: texts.count - 1) { self.slot(of: $0) }
      slots[slot] = 0
      texts.truncate(to: texts.count - 1)
    }
    for place in recent.indices where recent[place].number >= count { recent[place] = Recent() }
  }

  /// The slot where the text is, or the free one where it belongs.
  private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: hash.value(of: text)) & (slots.count - 1)
    while slots[slot] != 0, !texts.isEqual(text, at: Int(slots[slot]) - 1) {
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
}
