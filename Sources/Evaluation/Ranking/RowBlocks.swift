/// Puts words back into the order of their rows, but only block by block: what is kept of the rows of a block fits into a
/// cache, whereas going to all rows in the order of scores would wait for memory at every step.
enum RowBlocks {
  /// The bits of the number of a row within its block.
  static let bits: UInt64 = 14

  /// Moves each word to the block of the row that its lowest `rowBits` bits name; `ends` are where blocks end.
  ///
  /// - Complexity: Linear.
  static func arrange(_ words: UnsafeMutableBufferPointer<UInt64>, ends: [Int], rowBits: UInt64) {
    guard ends.count > 1 else { return }
    let mask: UInt64 = (1 &<< rowBits &- 1) &>> bits
    var next = [0] + ends.dropLast()
    next.withUnsafeMutableBufferPointer { next in
      for block in ends.indices {
        while next[block] < ends[block] {
          var word = words[next[block]]
          var home = Int(truncatingIfNeeded: word &>> bits & mask)
          while home != block {
            let place = next[home]
            next[home] = place &+ 1
            (word, words[place]) = (words[place], word)
            home = Int(truncatingIfNeeded: word &>> bits & mask)
          }
          words[next[block]] = word
          next[block] &+= 1
        }
      }
    }
  }

  /// Where blocks of so many rows end, when each has one word.
  static func ends(rows: Int) -> [Int] {
    let size = 1 << Int(bits)
    return stride(from: size, to: rows + size, by: size).map { min($0, rows) }
  }

  /// Where blocks of `rows` rows end, when there are only these words.
  static func ends(of words: [UInt64], rows: Int, rowBits: UInt64) -> [Int] {
    var ends = [Int](repeating: 0, count: ends(rows: rows).count)
    let mask: UInt64 = (1 &<< rowBits &- 1) &>> bits
    for word in words { ends[Int(word >> bits & mask)] += 1 }
    for block in ends.indices.dropFirst() { ends[block] += ends[block - 1] }
    return ends
  }
}
