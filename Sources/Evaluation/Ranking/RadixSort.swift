/// Sorting by a key of 64 bits in linear time.
enum RadixSort {
  private static let digitBits = 11
  private static let digitCount = 6
  private static let bucketCount = 1 << digitBits

  /// Below so many elements, comparing is faster.
  private static let fewest = 1_500

  /// Sorts `elements` by `key`, ascending; elements of one key keep their order.
  ///
  /// - Complexity: Linear: six passes of eleven bits, of which those are skipped whose digit is the same everywhere.
  @inline(__always)
  static func sort<Element>(_ elements: inout [Element], by key: (Element) -> UInt64) {
    guard elements.count >= fewest else {
      sortFew(&elements, by: key)
      return
    }
    var counts = [UInt32](repeating: 0, count: digitCount * bucketCount)
    for element in elements {
      let bits = key(element)
      for digit in 0..<digitCount {
        counts[digit * bucketCount + bucket(bits, digit)] &+= 1
      }
    }
    let first = key(elements[0])
    var scratch = elements
    for digit in 0..<digitCount {
      let base = digit * bucketCount
      guard counts[base + bucket(first, digit)] != UInt32(elements.count) else { continue }
      var start: UInt32 = 0
      for place in base..<base + bucketCount {
        (counts[place], start) = (start, start &+ counts[place])
      }
      scratch.withUnsafeMutableBufferPointer { target in
        for element in elements {
          let place = base + bucket(key(element), digit)
          target[Int(counts[place])] = element
          counts[place] &+= 1
        }
      }
      swap(&elements, &scratch)
    }
  }

  @inline(__always)
  private static func bucket(_ bits: UInt64, _ digit: Int) -> Int {
    Int(truncatingIfNeeded: bits >> UInt64(digit * digitBits)) & (bucketCount - 1)
  }

  /// The standard library's sort is stable.
  @inline(__always)
  private static func sortFew<Element>(_ elements: inout [Element], by key: (Element) -> UInt64) {
    elements.sort { key($0) < key($1) }
  }
}
