/// Sorts words of 64 bits by all bits above some low ones, in linear time; meant for runs that fit into a cache.
///
/// Words that are alike in the bits sorted by keep their order.
struct BucketSort: ~Copyable {
  /// Up to so many words, inserting one by one is fastest.
  private static let fewest = 32
  /// The bits of the widest digit.
  private static let digitBits = 11

  private let low: UInt64
  private let scratch: UnsafeMutablePointer<UInt64>
  private let counters: UnsafeMutablePointer<UInt32>

  /// Calls `body` with a sorter of words by their bits from `low` on, with room for `capacity` words.
  ///
  /// `scratch` is grown as needed.
  static func with(
    scratch: inout [UInt64], capacity: Int, fromBit low: Int, _ body: (borrowing BucketSort) -> Void
  ) {
    if scratch.count < capacity { scratch = [UInt64](repeating: 0, count: capacity) }
    scratch.withUnsafeMutableBufferPointer { scratch in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 << digitBits) { counters in
        guard let words = scratch.baseAddress, let counters = counters.baseAddress else { return }
        body(BucketSort(low: UInt64(low), scratch: words, counters: counters))
      }
    }
  }

  private init(low: UInt64, scratch: UnsafeMutablePointer<UInt64>, counters: UnsafeMutablePointer<UInt32>) {
    self.low = low
    self.scratch = scratch
    self.counters = counters
  }

  /// Sorts `count` words, ascending.
  ///
  /// The highest bits in which they differ are sorted by in one or two passes, about as many bits as it takes to tell
  /// so many words apart; runs of words that are alike in these are sorted anew by the rest.
  ///
  /// - Complexity: Linear.
  func sort(_ words: UnsafeMutablePointer<UInt64>, count: Int) {
    guard count > Self.fewest else {
      insert(words, count: count)
      return
    }
    let first = words[0]
    var varying: UInt64 = 0
    for index in 1..<count { varying |= words[index] ^ first }
    varying = varying &>> low
    guard varying != 0 else { return }
    let width = UInt64.bitWidth - varying.leadingZeroBitCount
    let enough = Int.bitWidth - count.leadingZeroBitCount + 2
    let sorted = min(width, enough, 2 * Self.digitBits)
    let shift = low + UInt64(width - sorted)
    if sorted <= Self.digitBits {
      scatter(words, count: count, into: scratch, shift: shift, bits: sorted)
      words.update(from: scratch, count: count)
    } else {
      let half = sorted / 2
      scatter(words, count: count, into: scratch, shift: shift, bits: half)
      scatter(scratch, count: count, into: words, shift: shift + UInt64(half), bits: sorted - half)
    }
    if sorted < width { sortRuns(words, count: count, alikeFrom: shift) }
  }

  /// Puts words into `target` by the digit of `bits` bits from `shift` on.
  private func scatter(
    _ words: UnsafeMutablePointer<UInt64>, count: Int, into target: UnsafeMutablePointer<UInt64>,
    shift: UInt64, bits: Int
  ) {
    let mask = 1 << bits - 1
    counters.update(repeating: 0, count: mask + 1)
    for index in 0..<count { counters[Int(truncatingIfNeeded: words[index] &>> shift) & mask] &+= 1 }
    var start: UInt32 = 0
    for digit in 0...mask { (counters[digit], start) = (start, start &+ counters[digit]) }
    for index in 0..<count {
      let word = words[index]
      let digit = Int(truncatingIfNeeded: word &>> shift) & mask
      target[Int(counters[digit])] = word
      counters[digit] &+= 1
    }
  }

  /// Sorts each run of words that are alike from bit `shift` on and not in order below.
  private func sortRuns(_ words: UnsafeMutablePointer<UInt64>, count: Int, alikeFrom shift: UInt64) {
    var index = 1
    while index < count {
      guard words[index] &>> low < words[index &- 1] &>> low else {
        index &+= 1
        continue
      }
      let top = words[index] &>> shift
      var start = index - 1
      while start > 0, words[start - 1] &>> shift == top { start -= 1 }
      var end = index + 1
      while end < count, words[end] &>> shift == top { end += 1 }
      sort(words + start, count: end - start)
      index = end
    }
  }

  private func insert(_ words: UnsafeMutablePointer<UInt64>, count: Int) {
    var index = 1
    while index < count {
      let word = words[index]
      let key = word &>> low
      var place = index
      while place > 0, words[place &- 1] &>> low > key {
        words[place] = words[place &- 1]
        place &-= 1
      }
      words[place] = word
      index &+= 1
    }
  }
}
