/// Brings words, which come in the order of scores, into the order of their rows, block by block of rows.
///
/// Going to all rows in the order of scores would wait for memory at every step. So stretches of words that fit into a
/// cache are arranged by block; then each block's words are gathered from all stretches, and put in order in a cache too.
struct RowBlocks: Sendable {
  /// The bits of the number of a row within its block.
  private static let bits: UInt64 = 15
  /// The least number of words in a stretch, and the most stretches.
  private static let smallestStretch = 1 << 16
  private static let mostStretches = 64

  /// The number of blocks.
  let count: Int
  private let rowCount: Int
  private let rowBits: UInt64
  /// Where the words of each block end within each stretch, stretch by stretch.
  private var ends: [Int] = []

  /// Arranges `words`, whose lowest `rowBits` bits are the numbers of `rows` rows; `scratch` is grown as needed.
  ///
  /// - Complexity: Linear.
  init(_ words: inout [UInt64], rows: Int, rowBits: UInt64, scratch: inout [UInt64]) {
    count = (rows + 1 << Int(Self.bits) - 1) >> Int(Self.bits)
    rowCount = rows
    self.rowBits = rowBits
    let stretch = max(Self.smallestStretch, (words.count + Self.mostStretches - 1) / Self.mostStretches)
    let room = min(stretch, words.count)
    if scratch.count < room { scratch = [UInt64](repeating: 0, count: room) }
    var ends: [Int] = []
    words.withUnsafeMutableBufferPointer { words in
      scratch.withUnsafeMutableBufferPointer { scratch in
        for start in stride(from: 0, to: words.count, by: stretch) {
          arrange(words, start..<min(start + stretch, words.count), scratch, &ends)
        }
      }
    }
    self.ends = ends
  }

  /// Sorts a stretch by block, and appends where blocks end.
  private func arrange(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ stretch: Range<Int>,
    _ scratch: UnsafeMutableBufferPointer<UInt64>, _ ends: inout [Int]
  ) {
    let mask: UInt64 = (1 &<< rowBits &- 1) &>> Self.bits
    var places = [Int](repeating: 0, count: count)
    places.withUnsafeMutableBufferPointer { places in
      for place in stretch { places[Int(truncatingIfNeeded: words[place] &>> Self.bits & mask)] &+= 1 }
      var start = 0
      for block in places.indices { (places[block], start) = (start, start &+ places[block]) }
      for place in stretch {
        let word = words[place]
        let block = Int(truncatingIfNeeded: word &>> Self.bits & mask)
        scratch[places[block]] = word
        places[block] &+= 1
      }
    }
    for place in stretch { words[place] = scratch[place &- stretch.lowerBound] }
    ends += places.map { stretch.lowerBound + $0 }
  }

  /// Calls `body` with the range of the words of a block in each stretch.
  @inline(__always)
  func forEachRange(of block: Int, _ body: (Range<Int>) -> Void) {
    for index in stride(from: block, to: ends.count, by: count) {
      body((index == 0 ? 0 : ends[index - 1])..<ends[index])
    }
  }

  /// Calls `body` for each block with its number, its first row, and its words in the order of the rows, all of which have
  /// one.
  func forEach(
    _ words: [UInt64], _ body: (_ block: Int, _ first: Int, _ words: UnsafeBufferPointer<UInt64>) -> Void
  ) {
    let size = 1 << Int(Self.bits)
    let mask: UInt64 = 1 &<< min(rowBits, Self.bits) &- 1
    words.withUnsafeBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { ordered in
        for block in 0..<count {
          forEachRange(of: block) { range in
            for place in range {
              let word = words[place]
              ordered[Int(truncatingIfNeeded: word & mask)] = word
            }
          }
          let first = block * size
          body(block, first, UnsafeBufferPointer(rebasing: ordered[..<min(size, rowCount - first)]))
        }
      }
    }
  }
}
