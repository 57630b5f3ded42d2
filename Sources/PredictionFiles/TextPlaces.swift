/// Where the texts of a column stand in a file, in eight bytes a row.
struct TextPlaces: Sendable {
  /// A text in the file.
  private struct Place: Sendable {
    /// Its offset from ``TextPlaces/origin``.
    let offset: UInt32
    /// Its length; the highest bit says that doubled quotes stand for one.
    let lengthAndForm: UInt32
  }

  private static let doubledQuotes: UInt32 = 1 << 31

  /// The offset in the file from which places are counted.
  private var origin = 0
  private var places: [Place] = []

  /// The number of rows.
  var count: Int { places.count }

  /// Adds a text; all of a column stand within 4 GiB, as a piece of a file is far smaller.
  mutating func append(_ range: Range<Int>, hasDoubledQuotes: Bool) {
    if places.isEmpty { origin = range.lowerBound }
    precondition(range.count < Int(Self.doubledQuotes), "a record is shorter")
    places.append(
      Place(
        offset: UInt32(range.lowerBound - origin),
        lengthAndForm: UInt32(range.count) | (hasDoubledQuotes ? Self.doubledQuotes : 0)))
  }

  /// Takes back all texts from `count` on.
  mutating func truncate(to count: Int) {
    if places.count > count { places.removeLast(places.count - count) }
  }

  /// Makes room for `count` rows in all.
  mutating func reserve(_ count: Int) { places.reserveCapacity(count) }

  /// Where a text stands in the file.
  func range(of row: Int) -> Range<Int> {
    let start = origin + Int(places[row].offset)
    return start..<start + Int(places[row].lengthAndForm & ~Self.doubledQuotes)
  }

  /// Whether doubled quotes stand for one in a text.
  func hasDoubledQuotes(_ row: Int) -> Bool { places[row].lengthAndForm & Self.doubledQuotes != 0 }
}
