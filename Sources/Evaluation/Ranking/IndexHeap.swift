/// The indices 0 up to a count by a key each, the smallest first; keys may change.
///
/// Of equal keys the smaller index comes first, so that the order is always the same.
struct IndexHeap {
  private var entries: [Entry]
  /// Where each index is among the entries.
  private var places: [Int]

  private struct Entry {
    var key: Double
    var index: Int

    @inline(__always)
    func isBefore(_ other: Entry) -> Bool {
      key == other.key ? index < other.index : key < other.key
    }
  }

  init(keys: [Double]) {
    entries = keys.indices.map { Entry(key: keys[$0], index: $0) }
    places = Array(keys.indices)
    for place in stride(from: keys.count / 2 - 1, through: 0, by: -1) { sink(entries[place], from: place) }
  }

  /// Takes out the index with the smallest key.
  ///
  /// - Complexity: Logarithmic.
  mutating func popSmallest() -> Int? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty { sink(last, from: 0) }
    return first.index
  }

  /// Changes the key of an index that is still in the heap.
  ///
  /// - Complexity: Logarithmic.
  mutating func update(_ index: Int, key: Double) {
    let entry = Entry(key: key, index: index)
    if entry.isBefore(entries[places[index]]) {
      rise(entry, from: places[index])
    } else {
      sink(entry, from: places[index])
    }
  }

  /// Puts an entry in at a free place, or above it.
  private mutating func rise(_ entry: Entry, from start: Int) {
    entries.withUnsafeMutableBufferPointer { entries in
      places.withUnsafeMutableBufferPointer { places in
        var place = start
        while place > 0 {
          let above = entries[(place &- 1) / 2]
          guard entry.isBefore(above) else { break }
          entries[place] = above
          places[above.index] = place
          place = (place &- 1) / 2
        }
        entries[place] = entry
        places[entry.index] = place
      }
    }
  }

  /// Puts an entry in at a free place, or below it.
  private mutating func sink(_ entry: Entry, from start: Int) {
    entries.withUnsafeMutableBufferPointer { entries in
      places.withUnsafeMutableBufferPointer { places in
        var place = start
        while 2 &* place &+ 1 < entries.count {
          var child = 2 &* place &+ 1
          if child &+ 1 < entries.count, entries[child &+ 1].isBefore(entries[child]) { child &+= 1 }
          let below = entries[child]
          guard below.isBefore(entry) else { break }
          entries[place] = below
          places[below.index] = place
          place = child
        }
        entries[place] = entry
        places[entry.index] = place
      }
    }
  }
}
