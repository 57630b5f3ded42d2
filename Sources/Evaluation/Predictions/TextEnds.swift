/// Where each of several texts that stand one after another ends, in four bytes each as long as that is enough.
///
/// ```swift
/// var ends = TextEnds()
/// ends.append(3)
/// ends.append(3)
/// ends.range(of: 1)  // 3..<3: an empty text
/// ```
package struct TextEnds: Hashable, Sendable {
  private var narrow: [UInt32] = []
  /// The ends beyond what four bytes can say; they follow the others.
  private var wide: [Int] = []

  /// No texts.
  package init() {}

  /// The ends of texts.
  ///
  /// - Precondition: They ascend.
  package init(_ ends: some Collection<Int>) {
    narrow.reserveCapacity(ends.count)
    for end in ends { append(end) }
  }

  /// The number of texts.
  @inline(__always)
  package var count: Int { narrow.count + wide.count }

  /// Where the last text ends; 0 without any.
  package var last: Int { wide.last ?? narrow.last.map { Int($0) } ?? 0 }

  /// Adds where the next text ends.
  ///
  /// - Precondition: It is no less than ``last``.
  @inline(__always)
  package mutating func append(_ end: Int) {
    if wide.isEmpty, let end = UInt32(exactly: end) {
      narrow.append(end)
    } else {
      wide.append(end)
    }
  }

  /// Where a text stands.
  @inline(__always)
  package func range(of index: Int) -> Range<Int> {
    Range(uncheckedBounds: (index == 0 ? 0 : end(of: index &- 1), end(of: index)))
  }

  /// Takes back all texts from `count` on.
  package mutating func truncate(to count: Int) {
    wide.removeLast(min(wide.count, max(0, self.count - count)))
    narrow.removeLast(max(0, narrow.count - count))
  }

  /// Makes room for `count` texts in all.
  package mutating func reserveCapacity(_ count: Int) {
    narrow.reserveCapacity(count)
  }

  @inline(__always)
  private func end(of index: Int) -> Int {
    index < narrow.count ? Int(narrow[index]) : wide[index &- narrow.count]
  }
}
