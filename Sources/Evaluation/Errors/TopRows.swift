/// The first rows of a ranking, without keeping all of them.
struct TopRows: Sendable {
  /// A row and what it ranks by: the lower the earlier; rows of one key by their number.
  struct Entry: Comparable, Sendable {
    var key: Double
    var row: Int
    /// The label the entry is about.
    var label: Int

    static func < (left: Entry, right: Entry) -> Bool {
      (left.key, left.row) < (right.key, right.row)
    }
  }

  private let limit: Int
  private var entries: [Entry] = []
  /// The last of the first rows, once there are so many: what is behind it need not be kept.
  private var last: Entry?

  /// Keeps `limit` rows, or all.
  init(limit: Int?) {
    self.limit = max(0, limit ?? .max)
  }

  /// Adds a row, unless it cannot be among the first.
  mutating func add(_ entry: Entry) {
    if let last, !(entry < last) { return }
    entries.append(entry)
    // Sorting each time that as many again have come costs a constant for each on average.
    if entries.count / 2 > limit, entries.count > 64 { trim() }
  }

  /// Adds the rows that another part of them has kept.
  mutating func merge(_ other: TopRows) {
    for entry in other.entries { add(entry) }
  }

  /// The first rows, in order.
  func sorted() -> [Entry] {
    Array(entries.sorted().prefix(limit))
  }

  private mutating func trim() {
    entries = sorted()
    last = entries.last
  }
}
