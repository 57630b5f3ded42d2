/// How many bytes a compressed file may become: a small file must not fill the memory.
///
/// ```swift
/// ExpansionLimit.standard.bytes(from: 1_000_000)  // 200_000_000
/// ```
package struct ExpansionLimit: Hashable, Sendable {
  /// So much is always allowed, in bytes: what is small and alike throughout is compressed a thousandfold.
  package var floor: Int
  /// Beyond ``floor``, so many times the compressed size is allowed.
  package var ratio: Int
  /// More than this is never allowed, in bytes.
  package var ceiling: Int

  /// A limit of these parts.
  package init(floor: Int, ratio: Int, ceiling: Int) {
    self.floor = floor
    self.ratio = ratio
    self.ceiling = ceiling
  }

  /// 64 MiB, or 200 times the compressed size, but never more than 4 GiB.
  package static let standard = ExpansionLimit(floor: 64 << 20, ratio: 200, ceiling: 4 << 30)

  /// How many bytes may come from `compressed` bytes.
  package func bytes(from compressed: Int) -> Int {
    let (product, overflow) = compressed.multipliedReportingOverflow(by: ratio)
    return min(max(floor, overflow ? ceiling : product), ceiling)
  }
}
