/// The rows in the order of one label's scores, a word each, ascending; memory that serves one label after the other.
///
/// Words of equal scores are alike above ``RankLayout/payloadBits``, all others are not.
struct RankedRows: Sendable {
  /// What words are made of.
  let layout: RankLayout
  /// The words, ascending.
  var words: [UInt64]
  /// Room for sorting.
  var scratch: [UInt64] = []
  /// The lowest bits of each row's key that find no room in its word, by the number of the row; empty where all do.
  var lowBits: [UInt32] = []

  /// Counts the cells of one label after another; absent where that is not asked for.
  var cells: CellTable?

  /// Room for `count` words.
  init(count: Int, layout: RankLayout) {
    self.layout = layout
    words = [UInt64](unsafeUninitializedCapacity: count) { words, filled in
      // Large memory is mapped as it is first touched, by whoever fills it.
      filled = count
    }
  }

  /// Calls `body` for each group of rows with equal scores, the highest score first, after `eachRow` for each of its words;
  /// words that have been passed may be changed.
  @inline(__always)
  mutating func forEachGroup(
    eachRow: (UInt64) -> Void = { _ in }, _ body: (UnsafeMutableBufferPointer<UInt64>) -> Void
  ) {
    let payload = UInt64(layout.payloadBits)
    words.withUnsafeMutableBufferPointer { words in
      guard let first = words.baseAddress else { return }
      var end = words.count
      while end > 0 {
        var start = end &- 1
        var word = first[start]
        let key = word &>> payload
        while true {
          eachRow(word)
          guard start > 0 else { break }
          word = first[start &- 1]
          guard word &>> payload == key else { break }
          start &-= 1
        }
        body(UnsafeMutableBufferPointer(start: first + start, count: end &- start))
        end = start
      }
    }
  }

  /// How many rows score at least each of `edges`, which ascend, and less than the next one; the first count is also of
  /// those below, the last has no end.
  ///
  /// - Complexity: O(edges × log rows).
  func counts(between edges: [Double], score: (UInt64) -> Double) -> [Int] {
    let starts = edges.indices.map { place in
      place == 0 ? 0 : words.countBefore { score($0) >= edges[place] }
    }
    return zip(starts, starts.dropFirst() + [words.count]).map { $1 - $0 }
  }
}
