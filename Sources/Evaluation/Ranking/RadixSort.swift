/// Sorting by a key of 64 bits in linear time.
///
/// Three passes of eleven bits order the elements by the highest 33 bits in which keys differ at all. Few keys that
/// differ are alike in all of these; runs of them are put in order afterwards.
enum RadixSort {
  private static let digitBits = 11
  private static let digitCount = 3
  private static let bucketCount = 1 << digitBits

  /// Below so many elements, comparing is faster.
  private static let fewest = 1_500

  /// Sorts `elements` by `key`, ascending.
  ///
  /// - Complexity: Linear; O(*n* log *n*) where most keys differ in their lower bits only.
  @inline(__always)
  static func sort<Element: BitwiseCopyable>(_ elements: inout [Element], by key: (Element) -> UInt64) {
    guard elements.count >= fewest else {
      elements.sort { key($0) < key($1) }
      return
    }
    let first = key(elements[0])
    let varying = elements.reduce(into: 0 as UInt64) { $0 |= key($1) ^ first }
    guard varying != 0 else { return }
    let shift = UInt64(max(0, 64 - varying.leadingZeroBitCount - digitBits * digitCount))
    var scratch = elements
    for digit in 0..<digitCount {
      let low = shift + UInt64(digit * digitBits)
      guard varying >> low != 0 else { break }
      scatter(elements, into: &scratch) { bucket(key($0), low) }
      swap(&elements, &scratch)
    }
    guard shift > 0, varying & (1 << shift - 1) != 0 else { return }
    orderRuns(&elements, by: key, alikeAbove: shift)
  }

  @inline(__always)
  private static func bucket(_ key: UInt64, _ low: UInt64) -> Int {
    Int(truncatingIfNeeded: key &>> low) & (bucketCount - 1)
  }

  /// Puts the elements into `target` by bucket; those of one bucket keep their order.
  @inline(__always)
  private static func scatter<Element: BitwiseCopyable>(
    _ elements: [Element], into target: inout [Element], by bucket: (Element) -> Int
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: bucketCount) { places in
      places.initialize(repeating: 0)
      for element in elements { places[bucket(element)] &+= 1 }
      var start = 0
      for place in places.indices { (places[place], start) = (start, start &+ places[place]) }
      target.withUnsafeMutableBufferPointer { target in
        for element in elements {
          let place = bucket(element)
          target[places[place]] = element
          places[place] &+= 1
        }
      }
    }
  }

  /// Sorts each run of elements whose keys are alike from bit `shift` on.
  @inline(__always)
  private static func orderRuns<Element>(
    _ elements: inout [Element], by key: (Element) -> UInt64, alikeAbove shift: UInt64
  ) {
    var start = 0
    while start < elements.count {
      let top = key(elements[start]) &>> shift
      var end = start + 1
      var isOrdered = true
      while end < elements.count, key(elements[end]) &>> shift == top {
        if key(elements[end]) < key(elements[end - 1]) { isOrdered = false }
        end += 1
      }
      if !isOrdered { elements[start..<end].sort { key($0) < key($1) } }
      start = end
    }
  }
}
