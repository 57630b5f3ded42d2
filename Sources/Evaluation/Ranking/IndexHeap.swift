/// The indices 0 up to a count by a key each, the smallest first; keys may change.
///
/// Of equal keys the smaller index comes first, so that the order is always the same.
struct IndexHeap {
  private var keys: [Double]
  private var heap: [Int]
  /// Where each index is in the heap.
  private var places: [Int]

  init(keys: [Double]) {
    self.keys = keys
    heap = Array(keys.indices)
    places = heap
    for place in stride(from: keys.count / 2 - 1, through: 0, by: -1) { sink(from: place) }
  }

  /// Takes out the index with the smallest key.
  ///
  /// - Complexity: Logarithmic.
  mutating func popSmallest() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      put(last, at: 0)
      sink(from: 0)
    }
    return first
  }

  /// Changes the key of an index that is still in the heap.
  ///
  /// - Complexity: Logarithmic.
  mutating func update(_ index: Int, key: Double) {
    keys[index] = key
    rise(from: places[index])
    sink(from: places[index])
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    (keys[left], left) < (keys[right], right)
  }

  private mutating func put(_ index: Int, at place: Int) {
    heap[place] = index
    places[index] = place
  }

  private mutating func rise(from start: Int) {
    var place = start
    let index = heap[place]
    while place > 0, isBefore(index, heap[(place - 1) / 2]) {
      put(heap[(place - 1) / 2], at: place)
      place = (place - 1) / 2
    }
    put(index, at: place)
  }

  private mutating func sink(from start: Int) {
    var place = start
    let index = heap[place]
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, isBefore(heap[child + 1], heap[child]) { child += 1 }
      guard isBefore(heap[child], index) else { break }
      put(heap[child], at: place)
      place = child
    }
    put(index, at: place)
  }
}
